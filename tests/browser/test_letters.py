"""Getting in by a letter, by keyboard alone, on the device that asked and on another."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.checks import settle
from tests.browser.conftest import OpenPage
from tests.browser.estimates import a_new_address, link_for, make_account, sign_in, visit
from tests.browser.keyboard import Keyboard
from tests.browser.letters import ask_by
from tests.factories import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
NEW = "quite another password"


async def _has_heading(page: Page, words: str) -> None:
    await settle(page)
    await expect(page.get_by_role("heading", level=1)).to_have_text(words)


async def test_a_link_asked_for_on_the_laptop_signs_in_on_the_phone_by_keyboard(open_page: OpenPage) -> None:
    address = a_new_address()
    await make_account(await open_page(), address)
    laptop, phone = await open_page("/sign-in"), await open_page()
    keys = Keyboard(laptop)
    await keys.follow("Send me a link instead")
    await keys.tab_to("Email address")
    await keys.type(address)
    await keys.follow("Send me a link")
    await _has_heading(laptop, "Look in your email")
    await expect(laptop.get_by_role("main")).to_contain_text(address)

    await visit(phone, await link_for(phone, address, earlier=1))
    await expect(phone.get_by_role("main")).to_contain_text("You will be signed in on this device: Chrome on Linux")
    await Keyboard(phone).follow("Sign in on this device")
    await expect(phone.get_by_text(f"You are signed in as {address}.")).to_be_visible()
    await visit(laptop, "/account")
    await _has_heading(laptop, "Sign in")


async def test_a_letter_that_does_not_come_is_asked_for_again_by_keyboard(open_page: OpenPage) -> None:
    address, page = a_new_address(), await open_page("/sign-up?next=/tax")
    keys = Keyboard(page)
    await keys.tab_to("Email address")
    await keys.type(address)
    await keys.tab_to("Password")
    await keys.type(PASSWORD)
    await keys.follow("Make my account")
    await _has_heading(page, "Look in your email")
    await keys.follow("Send it again")
    await expect(page.get_by_text("You asked once more.")).to_be_visible()
    await visit(page, await link_for(page, address, earlier=1))
    await keys.follow("Confirm and sign in")
    await _has_heading(page, "Estimate your refund")


async def test_a_forgotten_password_is_replaced_by_keyboard_and_open_pages_elsewhere_are_left(
    open_page: OpenPage,
) -> None:
    address = a_new_address()
    laptop, phone = await open_page(), await open_page("/sign-in")
    await make_account(laptop, address)
    keys = Keyboard(phone)
    await keys.follow("Forgot your password?")
    await keys.tab_to("Email address")
    await keys.type(address)
    await keys.follow("Send me a letter")
    await visit(phone, await link_for(phone, address, earlier=1))
    await keys.tab_to("New password")
    await keys.type("short")
    await keys.follow("Set my new password")
    await expect(phone.get_by_role("group", name="Please check your answers")).to_be_focused()
    await keys.tab_to("New password")
    await keys.type(NEW)
    await keys.follow("Set my new password")
    await _has_heading(phone, "Your new password is set")
    await laptop.wait_for_url("**/signed-out?by=elsewhere")
    await keys.follow("Sign in")
    await keys.tab_to("Email address")
    await keys.type(address)
    await keys.tab_to("Password")
    await keys.type(NEW)
    await keys.follow("Sign in")
    await expect(phone.get_by_text(f"You are signed in as {address}.")).to_be_visible()


async def test_a_link_that_was_used_says_so_and_leads_to_a_new_one(open_page: OpenPage) -> None:
    address, page = a_new_address(), await open_page()
    await make_account(page, address)
    await page.context.clear_cookies()
    await ask_by(page, "/sign-in/link", address)
    link = await link_for(page, address, earlier=1)
    for _ in range(2):
        await visit(page, link)
        if await page.get_by_role("button", name="Sign in on this device").count():
            await Keyboard(page).follow("Sign in on this device")
    await expect(page.get_by_text("This link was used already.")).to_be_visible()
    await Keyboard(page).follow("Send me a new link")
    await _has_heading(page, "Sign in by email")
    await sign_in(page, address)
