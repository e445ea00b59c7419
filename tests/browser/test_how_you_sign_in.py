"""Changing how one signs in, by keyboard alone."""

import re

import pytest
from playwright.async_api import Page, expect

from services.providers.mail.files import outbox
from tests.browser.checks import NARROW, axe_violations
from tests.browser.conftest import OpenPage
from tests.browser.estimates import a_new_address, fill_credentials, make_account, press, visit
from tests.browser.keyboard import Keyboard
from tests.factories import PASSWORD
from tests.processes.house_process import HouseProcess
from tests.services.jobs.waiting import until_seen

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
NEW = "seven quiet lamps on a boat"


async def _fill(keys: Keyboard, current: str, new: str) -> None:
    await keys.tab_to("Current password")
    await keys.type(current)
    await keys.tab_to("New password")
    await keys.type(new)
    await keys.follow("Change my password")


async def test_a_password_is_changed_by_keyboard_on_a_phone_and_the_new_one_opens_the_account(
    open_page: OpenPage,
) -> None:
    address = a_new_address()
    page = await open_page("/", viewport=NARROW)
    await make_account(page, address)
    keys = Keyboard(page)
    await keys.follow("How you sign in")
    assert await axe_violations(page) == []
    await keys.follow("Change your password")
    await _fill(keys, "not the password", NEW)
    await expect(page.get_by_role("group", name="Please check your answers")).to_be_focused()
    assert await axe_violations(page) == []
    await _fill(keys, PASSWORD, NEW)
    await expect(page.get_by_text("Your password is changed.")).to_be_visible()
    assert await axe_violations(page) == []
    await _sign_in_again(page, address)


async def _sign_in_again(page: Page, address: str) -> None:
    await page.context.clear_cookies()
    await visit(page, "/sign-in?next=/account/security")
    await fill_credentials(page, address, NEW)
    await press(page, "Sign in")
    await expect(page.get_by_text(f"You sign in with {address}.")).to_be_visible()


async def _way_in_letter(house: HouseProcess, *, to: str, subject: str) -> str:
    """The path of the link in the letter that this address got."""
    found: list[str] = []

    async def arrived() -> bool:
        letters = [each for each in await outbox(house.data_dir / "outbox") if each["To"] == to]
        texts = [each.get_content() for each in letters if subject in each["Subject"]]
        found.extend(re.findall(r"/email-address/\S+", texts[0]) if texts else [])
        return bool(found)

    await until_seen(arrived)
    return found[0]


async def test_an_address_is_changed_by_keyboard_on_a_phone_and_taken_back_from_the_old_one(
    open_page: OpenPage, house: HouseProcess
) -> None:
    old, new = a_new_address(), a_new_address()
    page, elsewhere = await open_page("/", viewport=NARROW), await open_page("/", viewport=NARROW)
    await make_account(page, old, then="/account/security")
    keys = Keyboard(page)
    await keys.follow("Change your email address")
    assert await axe_violations(page) == []
    await keys.tab_to("New email address")
    await keys.type(new)
    await keys.follow("Send me the letter")
    await expect(page.get_by_text(f"You want to change it to {new}.")).to_be_visible()

    for letter_to, subject, button, says in (
        (new, "confirm", "Use this address", "Your email address is changed."),
        (old, "changed", "Take my account back", "All devices are signed out."),
    ):
        await visit(elsewhere, await _way_in_letter(house, to=letter_to, subject=subject))
        assert await axe_violations(elsewhere) == []
        await Keyboard(elsewhere).follow(button)
        await expect(elsewhere.get_by_text(says)).to_be_visible()
        assert await axe_violations(elsewhere) == []
    await expect(page.get_by_role("heading", level=1)).to_have_text("You are signed out")
