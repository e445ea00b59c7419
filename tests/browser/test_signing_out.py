"""Signing out reaches the pages that are open already, on whichever device."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.checks import axe_violations, settle
from tests.browser.conftest import OpenPage
from tests.browser.drafts import drafts_in, kept_draft
from tests.browser.estimates import (
    ESTIMATE,
    WAGES,
    a_new_address,
    answer,
    answer_as_a_single_person,
    begin_estimate,
    make_account,
    press,
    refund_card,
    sign_in,
    visit,
)
from tests.browser.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
LEFT_WITHIN_MS = 2_000
"""What people are promised: the page of a device that is signed out shows nothing personal for longer."""


async def _is_left(page: Page) -> None:
    await page.wait_for_url("**/signed-out?by=elsewhere", timeout=LEFT_WITHIN_MS, wait_until="commit")
    await settle(page)
    await expect(page.get_by_role("heading", level=1)).to_have_text("You are signed out")
    await expect(page.get_by_text("This device was signed out from another window or device.")).to_be_visible()
    assert await axe_violations(page) == []


async def test_one_device_signs_out_another_by_keyboard_and_its_open_page_is_left(open_page: OpenPage) -> None:
    address = a_new_address()
    laptop, phone = await open_page("/"), await open_page("/")
    await make_account(laptop, address)
    await begin_estimate(laptop)
    await answer_as_a_single_person(laptop)
    await laptop.get_by_label(WAGES).press_sequentially("31,2")
    assert await kept_draft(laptop)
    sockets = "() => window.socket.connected"
    assert await laptop.evaluate(sockets)

    await sign_in(phone, address)
    keyboard = Keyboard(phone)
    await keyboard.follow("see your devices")
    assert await axe_violations(phone) == []
    await keyboard.tab_to("Sign out Chrome on Linux")
    await keyboard.press("Enter")
    await _is_left(laptop)
    await expect(phone.get_by_text("Chrome on Linux, number 2 is signed out.").first).to_be_visible()
    assert await axe_violations(phone) == []

    assert await drafts_in(laptop) == {}
    await laptop.go_back()
    await expect(laptop.get_by_label(WAGES)).to_have_count(0)


@pytest.mark.slow
async def test_sign_out_everywhere_reaches_an_open_estimate_and_what_was_saved_is_there_again(
    open_page: OpenPage,
) -> None:
    address = a_new_address()
    laptop, phone = await open_page("/"), await open_page("/")
    await make_account(laptop, address)
    await begin_estimate(laptop)
    await answer_as_a_single_person(laptop)
    await answer(laptop, WAGES, "31,200")
    await expect(refund_card(laptop)).to_contain_text("You owe $1,619")
    await sign_in(phone, address)
    await press(phone, "Sign out everywhere")
    await expect(phone).to_have_url(phone.url.partition("?")[0])  # by their own choice: nothing about elsewhere
    await _is_left(laptop)
    await sign_in(laptop, address, then=ESTIMATE)
    await expect(laptop.get_by_label(WAGES)).to_have_value("31,200")


@pytest.mark.slow
async def test_another_window_of_a_browser_that_signs_in_anew_opens_its_page_again(open_page: OpenPage) -> None:
    address = a_new_address()
    page = await open_page()
    await make_account(page, address)
    await begin_estimate(page)
    await page.get_by_label(WAGES).press_sequentially("31,2")
    other = await page.context.new_page()
    await other.goto(page.url)
    async with page.expect_navigation():
        await sign_in(other, address)
    await settle(page)
    await expect(page.get_by_label(WAGES)).to_have_value("31,2")
    await visit(page, "/account")
    await expect(page.get_by_text(f"You are signed in as {address}.")).to_be_visible()
