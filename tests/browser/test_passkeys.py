"""Passkeys on a device that Chromium plays: adding one and signing in by keyboard, and every way in which it fails."""

import json
from urllib.parse import urljoin

import pytest
from playwright.async_api import Page, Route, expect

from services.words import sentence
from tests.browser.checks import NARROW, axe_violations, scrolls_sideways
from tests.browser.conftest import OpenPage
from tests.browser.estimates import a_new_address, fill_credentials, make_account, press, sign_in, visit
from tests.browser.keyboard import Keyboard
from tests.browser.passkeys import PASSKEYS, a_device, offers_nothing_by_itself, with_a_passkey
from tests.browser.second_step import with_phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
USE, ADD = "Sign in with a passkey", "Add a passkey"


async def _says(page: Page, code: str) -> None:
    await expect(page.get_by_role("alert").filter(has_text=sentence(code))).to_be_visible()
    await expect(page.get_by_role("button", name=USE if ".get." in code else ADD)).not_to_have_attribute(
        "aria-disabled", "true"
    )
    assert await axe_violations(page) == []


async def test_somebody_without_a_mouse_adds_a_passkey_names_it_and_signs_in_with_it(open_page: OpenPage) -> None:
    page = await open_page("/", viewport=NARROW)
    await offers_nothing_by_itself(page)
    address = a_new_address()
    await make_account(page, address)
    device = await a_device(page)
    keys = Keyboard(page)
    await keys.follow("How you sign in")
    await keys.follow(ADD)
    await keys.follow(ADD)
    await expect(page.get_by_text(sentence("passkey_list.new"))).to_be_visible()
    assert len(await device.credentials()) == 1

    await keys.tab_to("Change the name of Chrome on Linux")
    await keys.press("Enter")
    await keys.tab_to("New name")
    await keys.press("Control+a")
    await keys.type("My laptop")
    await keys.tab_to("Save the name")
    await keys.press("Enter")
    await expect(page.get_by_role("heading", name="My laptop")).to_be_visible()
    assert await axe_violations(page) == []
    assert not await scrolls_sideways(page)

    await visit(page, "/account")
    await press(page, "Sign out")
    await visit(page, "/sign-in?next=/account")
    await keys.follow(USE)
    await expect(page.get_by_text(f"You are signed in as {address}.")).to_be_visible()


async def test_the_browser_offers_a_passkey_where_the_address_is_typed(open_page: OpenPage) -> None:
    page = await open_page()
    await with_a_passkey(page)
    await press(page, "Sign out")
    await page.goto(urljoin(page.url, "/sign-in"), wait_until="commit")
    await page.wait_for_url("**/account")  # Chromium's device takes at once what is offered


@pytest.mark.slow
async def test_one_that_is_removed_is_not_known_any_more_and_the_page_says_what_to_do(open_page: OpenPage) -> None:
    page = await open_page("/", viewport=NARROW)
    await offers_nothing_by_itself(page)
    await with_a_passkey(page)
    await visit(page, PASSKEYS)
    keys = Keyboard(page)
    await keys.tab_to("Remove Chrome on Linux")
    await keys.press("Enter")
    await expect(page.get_by_role("heading", name="Remove Chrome on Linux?")).to_be_focused()
    assert await axe_violations(page) == []
    await keys.tab_to("Remove it")
    await keys.press("Enter")
    await expect(page.get_by_text("Chrome on Linux is removed.").first).to_be_visible()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(page.locator(":focus")).to_contain_text("Chrome on Linux is removed.")

    await visit(page, "/account")
    await press(page, "Sign out")
    await visit(page, "/sign-in")
    await press(page, USE)
    await expect(page.get_by_text(sentence("passkey.unknown"))).to_be_visible()
    await expect(page.locator(":focus")).to_contain_text(sentence("passkey.unknown"))
    assert await axe_violations(page) == []
    assert not await scrolls_sideways(page)


@pytest.mark.slow
async def test_a_passkey_shows_again_that_it_is_you(open_page: OpenPage) -> None:
    page = await open_page("/", viewport=NARROW)
    await with_a_passkey(page)
    await visit(page, f"/account/prove?next={PASSKEYS}")
    assert await axe_violations(page) == []
    assert not await scrolls_sideways(page)
    await Keyboard(page).follow("Use a passkey")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Your passkeys")


async def test_a_passkey_takes_the_place_of_the_second_step(open_page: OpenPage) -> None:
    page = await open_page("/", viewport=NARROW)
    await offers_nothing_by_itself(page)
    address, _ = await with_phone(page)
    await a_device(page)
    await visit(page, PASSKEYS)
    await press(page, ADD)
    await visit(page, "/account")
    await press(page, "Sign out")
    await sign_in(page, address)
    await expect(page.get_by_role("heading", level=1)).to_have_text("Your second step")
    assert await axe_violations(page) == []
    assert not await scrolls_sideways(page)
    await press(page, USE)
    await expect(page.get_by_text(f"You are signed in as {address}.")).to_be_visible()


@pytest.mark.slow
async def test_a_device_that_has_one_makes_no_second(open_page: OpenPage) -> None:
    page = await open_page()
    await with_a_passkey(page)
    await visit(page, PASSKEYS)
    await page.get_by_role("button", name=ADD).click()
    await _says(page, "passkey_button.create.has_one")


@pytest.mark.slow
async def test_somebody_whom_the_device_does_not_know_reads_what_to_do_and_still_comes_in_by_password(
    open_page: OpenPage,
) -> None:
    page = await open_page("/")
    await offers_nothing_by_itself(page)
    address = a_new_address()
    await make_account(page, address)
    await a_device(page, knows_its_person=False)
    await visit(page, PASSKEYS)
    await page.get_by_role("button", name=ADD).click()
    await _says(page, "passkey_button.create.cancelled")
    await visit(page, "/account")
    await press(page, "Sign out")
    await visit(page, "/sign-in")
    await page.get_by_role("button", name=USE).click()
    await _says(page, "passkey_button.get.cancelled")
    await fill_credentials(page, address)
    await press(page, "Sign in")
    await expect(page.get_by_text(f"You are signed in as {address}.")).to_be_visible()


async def test_a_browser_that_knows_no_passkeys_says_so(open_page: OpenPage) -> None:
    page = await open_page("/")
    await page.add_init_script("delete window.PublicKeyCredential")
    await visit(page, "/sign-in")
    await page.get_by_role("button", name=USE).click()
    await _says(page, "passkey_button.get.unsupported")


async def test_an_address_at_which_passkeys_do_not_work_is_told(open_page: OpenPage) -> None:
    page = await open_page("/")
    await offers_nothing_by_itself(page)

    async def for_another_name(route: Route) -> None:
        question = await (await route.fetch()).json()
        await route.fulfill(json={**question, "rpId": "example.net"})

    await page.route("**/api/passkeys/sign-in", for_another_name)
    await visit(page, "/sign-in")
    await page.get_by_role("button", name=USE).click()
    await _says(page, "passkey_button.get.wrong_place")


@pytest.mark.slow
@pytest.mark.parametrize(("status", "told"), [(0, "offline"), (403, "ended"), (429, "too_often"), (500, "failed")])
async def test_a_house_that_does_not_answer_is_told_and_the_button_works_again(
    open_page: OpenPage, status: int, told: str
) -> None:
    page = await open_page("/", quiet=False)
    await offers_nothing_by_itself(page)

    async def fails(route: Route) -> None:
        await (route.fulfill(status=status, body=json.dumps({})) if status else route.abort())

    await page.route("**/api/passkeys/sign-in", fails)
    await visit(page, "/sign-in")
    await page.get_by_role("button", name=USE).click()
    await _says(page, f"passkey_button.get.{told}")
    await page.unroute("**/api/passkeys/sign-in")
    async with page.expect_response("**/api/passkeys/sign-in") as answered:
        await page.get_by_role("button", name=USE).click()
    assert (await answered.value).status == 200
