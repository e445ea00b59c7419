"""What cuts a person off in the middle of the interview takes nothing that they have told us."""

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.checks import NARROW, settle
from tests.browser.conftest import OpenPage
from tests.browser.estimates import (
    WAGES,
    WITHHELD,
    a_new_address,
    answer,
    connection,
    make_account,
    sign_in,
    visit,
)
from tests.browser.interviews import INTERVIEW, begin_interview, go_on
from tests.processes.house_process import HouseProcess

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_lost_connection_keeps_a_word_and_saves_what_was_left_meanwhile(open_page: OpenPage) -> None:
    page = await open_page("/", quiet=False)
    await begin_interview(page)
    await visit(page, f"{INTERVIEW}/w2")
    await page.get_by_label(WAGES).press_sequentially("31,")
    await page.context.set_offline(True)
    await page.evaluate("() => window.socket.io.engine.close()")
    await expect(connection(page)).to_contain_text("Connection lost.")
    await page.keyboard.type("200")
    await page.keyboard.press("Tab")
    await page.keyboard.type("2,1")
    await page.context.set_offline(False)
    await expect(page.get_by_label(WAGES)).to_have_attribute("data-committed", "31,200")
    await expect(page.get_by_label(WITHHELD)).to_be_focused()
    await page.keyboard.type("84")
    await go_on(page, to="which_income")
    await _told(page, wages="31,200", withheld="2,184")


async def test_a_guest_whose_browser_was_closed_goes_on_where_they_were(browser: Browser, house: HouseProcess) -> None:
    before = await browser.new_context(reduced_motion="reduce")
    page = await before.new_page()
    await page.goto(house.address)
    await _told_up_to_other_income(page)
    kept = await before.storage_state()
    await before.close()

    after = await browser.new_context(reduced_motion="reduce", storage_state=kept)
    page = await after.new_page()
    await page.goto(house.address + INTERVIEW)
    await page.wait_for_url(f"**{INTERVIEW}/which_income")
    await settle(page)
    await expect(page.get_by_label("I got Social Security or SSDI")).to_be_checked()
    await _told(page, wages="31,200", withheld="2,184")
    await after.close()


async def test_who_has_an_account_goes_on_with_the_phone_where_the_laptop_was(open_page: OpenPage) -> None:
    address = a_new_address()
    laptop, phone = await open_page("/"), await open_page("/", viewport=NARROW)
    await make_account(laptop, address)
    await _told_up_to_other_income(laptop)
    await sign_in(phone, address, then=INTERVIEW)
    await phone.wait_for_url(f"**{INTERVIEW}/which_income")
    await phone.get_by_label("I have savings or investments").check()
    await expect(laptop.get_by_text("In another window or on another device").first).to_be_visible()
    await _told(phone, wages="31,200", withheld="2,184")


async def _told_up_to_other_income(page: Page) -> None:
    await begin_interview(page)
    await visit(page, f"{INTERVIEW}/w2")
    await answer(page, WAGES, "31,200")
    await answer(page, WITHHELD, "2,184")
    await go_on(page, to="which_income")
    box = page.get_by_label("I got Social Security or SSDI")
    await box.check()
    await expect(box).to_have_attribute("data-committed", "on")


async def _told(page: Page, *, wages: str, withheld: str) -> None:
    """It is in the return, and not only in the drafts of this tab."""
    await page.evaluate("() => sessionStorage.clear()")
    await visit(page, f"{INTERVIEW}/w2")
    await expect(page.get_by_label(WAGES)).to_have_value(wages)
    await expect(page.get_by_label(WITHHELD)).to_have_value(withheld)
