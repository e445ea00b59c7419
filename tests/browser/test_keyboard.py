"""The whole way from the first page to a kept estimate, by keyboard alone."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.estimates import WAGES, WITHHELD, a_new_address, begin_estimate, link_for, refund_card, visit
from tests.browser.keyboard import Keyboard
from tests.factories import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
REFUND = "You get back $565"  # wages less the standard deduction of $15,750, looked up in the Tax Table


async def test_somebody_without_a_mouse_gets_from_the_first_page_to_an_explained_refund_and_keeps_it(
    open_page: OpenPage,
) -> None:
    page, address = await open_page("/"), a_new_address()
    keys = Keyboard(page)
    await keys.follow("See all questions on one page")
    await _answer(page, keys)
    await expect(refund_card(page)).to_contain_text(REFUND)
    await _read_a_line(page, keys)

    await keys.follow("make an account")
    await keys.tab_to("Email address")
    await keys.type(address)
    await keys.tab_to("Password")
    await keys.type(PASSWORD)
    await keys.follow("Make my account")
    await visit(page, await link_for(page, address))
    await keys.follow("Confirm and sign in")
    await expect(refund_card(page)).to_contain_text(REFUND)

    await keys.follow("Your account")
    await keys.follow("Open your estimate for 2025")
    await expect(refund_card(page)).to_contain_text(REFUND)
    await expect(page.get_by_label(WAGES)).to_have_value("31,200")


async def test_the_first_stop_of_a_page_leads_past_the_menu(open_page: OpenPage) -> None:
    page = await open_page("/")
    keys = Keyboard(page)
    assert await keys.tab() == "Skip to the main part"
    await expect(page.get_by_role("link", name="Skip to the main part")).to_be_in_viewport(ratio=1)
    await keys.press("Enter")
    await expect(page.get_by_role("main")).to_be_focused()
    assert await keys.tab() == "Estimate my refund"


async def test_a_person_who_is_added_gets_the_focus_and_one_who_is_removed_can_be_put_back(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    keys = Keyboard(page)
    await keys.tab_to("Add a person")
    await keys.press("Enter")
    await expect(page.get_by_role("region", name="Person 1")).to_be_focused()
    await expect(page.get_by_text("Nobody is added yet.")).to_be_hidden()
    assert await keys.tab() == "First name"
    await keys.tab_to("Remove person 1")
    await keys.press("Space")
    await expect(page.get_by_role("button", name="Put person 1 back")).to_be_focused()
    await expect(page.get_by_text("Nobody is added yet.")).to_be_visible()
    await keys.press("Enter")
    await expect(page.get_by_role("region", name="Person 1")).to_be_focused()


async def _answer(page: Page, keys: Keyboard) -> None:
    await keys.tab_to("Filing status")
    await keys.press("ArrowDown")
    await expect(page.get_by_role("region", name="Your spouse")).to_be_visible()
    await keys.press("ArrowUp")
    await expect(page.get_by_role("region", name="Your spouse")).to_be_hidden()
    assert await keys.tab() == "What does “filing status” mean?"
    assert await keys.tab() == "Your date of birth Month"
    await keys.type("4")
    await keys.tab()
    await keys.type("12")
    await keys.tab()
    await keys.type("1988")
    await keys.tab_to(WAGES)
    await keys.type("31,200")
    await keys.tab_to(WITHHELD)
    await keys.type("2,184")
    await keys.tab()


async def _read_a_line(page: Page, keys: Keyboard) -> None:
    await keys.tab_to("See each line")
    await keys.press("Enter")
    assert "Pay from jobs" in await keys.tab()
    await keys.press("Enter")
    await expect(page.get_by_text("All pay from jobs on this return")).to_be_visible()
