"""Changing how one signs in, by keyboard alone."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.checks import NARROW, axe_violations
from tests.browser.conftest import OpenPage
from tests.browser.estimates import a_new_address, fill_credentials, make_account, press, visit
from tests.browser.keyboard import Keyboard
from tests.factories import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
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
