"""One estimate in two tabs, or of two people: nothing is overwritten silently, and everything works by keyboard."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.checks import NARROW, settle
from tests.browser.conftest import OpenPage
from tests.browser.estimates import (
    ESTIMATE,
    WAGES,
    a_new_address,
    answer,
    answer_as_a_single_person,
    begin_estimate,
    choose,
    link_for,
    make_account,
    refund_card,
    send,
    visit,
)

SPOUSES_WAGES = "Box 1: your spouse’s wages"
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def _second_tab(page: Page) -> Page:
    other = await page.context.new_page()
    await other.goto(page.url)
    await settle(other)
    return other


async def test_half_a_word_in_one_tab_survives_a_change_in_the_other_and_the_person_chooses(
    open_page: OpenPage,
) -> None:
    page = await open_page()
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    other = await _second_tab(page)
    await other.set_viewport_size(NARROW)
    await other.get_by_label(WAGES).press_sequentially("30,0")

    await answer(page, WAGES, "31200")
    await expect(other.get_by_text("this answer is now: $31,200.")).to_be_visible()
    await expect(refund_card(other)).to_contain_text("You owe $1,619")
    await expect(other.get_by_label(WAGES)).to_be_focused()
    await other.keyboard.type("00")
    await other.keyboard.press("Tab")
    await expect(other.get_by_text("You wrote: $30,000. Which one is right?")).to_be_visible()

    show = other.get_by_role("button", name="Show $31,200")
    await expect(show).to_be_focused()
    await expect(show).to_be_in_viewport(ratio=1)  # the error over it came when it had the focus
    await other.keyboard.press("Tab")
    await expect(other.get_by_role("button", name="Save $30,000")).to_be_focused()
    await other.keyboard.press("Enter")
    await expect(other.get_by_label(WAGES)).to_be_focused()
    await expect(other.get_by_label(WAGES)).to_have_value("30,000")
    await expect(other.get_by_text("Which one is right?")).to_have_count(0)

    await page.get_by_role("button", name="Show $30,000").press("Enter")
    await expect(page.get_by_label(WAGES)).to_be_focused()
    await expect(page.get_by_label(WAGES)).to_have_value("30,000")


async def test_a_field_stays_under_the_hands_of_whoever_types_in_it_when_a_form_takes_its_place_elsewhere(
    open_page: OpenPage,
) -> None:
    page = await open_page()
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    await answer(page, WAGES, "31200")
    other = await _second_tab(page)
    await other.get_by_label(WAGES).fill("4")
    await page.get_by_role("button", name="Add a form W-2").press("Enter")
    await expect(other.get_by_text("this answer was taken out.")).to_be_visible()
    await expect(other.get_by_label(WAGES)).to_be_focused()
    await other.keyboard.type("50")
    for leave in (other.keyboard.press("Tab"), other.reload()):
        await leave
        await settle(other)
        await expect(other.get_by_text("You wrote: $450. Which one is right?")).to_be_visible()
        await expect(other.get_by_label(WAGES)).to_have_value("450")
        await expect(refund_card(other)).to_contain_text("You owe $1,619")
    await other.get_by_role("button", name="Take it out here too").press("Enter")
    await expect(other.get_by_label(WAGES)).to_be_focused()
    await expect(other.get_by_label(WAGES)).to_have_value("")
    await other.keyboard.press("Tab")
    await answer(page, "Who sent you this form?", "Wegmans")
    await expect(other.get_by_label(WAGES)).to_be_hidden()


async def test_what_one_of_two_people_answers_is_their_spouses_for_the_other(open_page: OpenPage) -> None:
    carl, dora, carls, doras = await open_page(), await open_page(), a_new_address(), a_new_address()
    await make_account(carl, carls, then="/tax")
    await make_account(dora, doras, then="/tax")
    await begin_estimate(carl)
    await choose(carl, "Filing status", "Married, one return together")
    await answer(carl, WAGES, "40,000")
    await visit(carl, "/tax/2025/together")
    return_id = await carl.locator("[name=return_id]").first.input_value()
    await send(carl, "joint", email=doras, signed="Carl", return_id=return_id, tax_year="2025")
    await send(dora, "joint/accept", token=(await link_for(dora, doras, earlier=1)).partition("?token=")[2])
    await visit(carl, ESTIMATE)
    await visit(dora, ESTIMATE)
    for page, own, place in ((carl, carls, "first, as the taxpayer"), (dora, doras, "second, as the spouse")):
        await expect(page.get_by_text(f"Here, “you” is {own}.")).to_be_visible()
        await expect(page.get_by_text(f"On the tax form, “you” come {place}.")).to_be_visible()
    await expect(dora.get_by_label(WAGES)).to_have_value("")
    await expect(dora.get_by_label(SPOUSES_WAGES)).to_have_value("40,000")
    await answer(dora, WAGES, "20,000")
    await carl.get_by_role("button", name="Show $20,000").press("Enter")
    await expect(carl.get_by_label(SPOUSES_WAGES)).to_have_value("20,000")
    await expect(carl.get_by_label(WAGES)).to_have_value("40,000")


async def test_a_draft_goes_away_when_the_other_answer_is_shown(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    other = await _second_tab(page)
    await other.get_by_label(WAGES).press_sequentially("12")
    await answer(page, WAGES, "99")
    await other.get_by_role("button", name="Show $99").click(delay=500)  # milliseconds: the page moves meanwhile
    await expect(other.get_by_label(WAGES)).to_have_value("99")
    await other.reload()
    await settle(other)
    await expect(other.get_by_label(WAGES)).to_have_value("99")


async def test_a_part_of_a_date_is_never_put_together_with_a_part_that_somebody_else_has_changed(
    open_page: OpenPage,
) -> None:
    page = await open_page()
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    other = await _second_tab(page)
    await _born(other).get_by_label("Month").fill("5")
    await _born(page).get_by_label("Day").fill("20")
    await page.keyboard.press("Tab")
    await expect(other.get_by_text("this answer is now: April 20, 1988.")).to_be_visible()
    await other.reload()
    await settle(other)
    await other.keyboard.press("Tab")
    await expect(other.get_by_text("You wrote: May 12, 1988. Which one is right?")).to_be_visible()
    await other.get_by_role("button", name="Show April 20, 1988").click()
    await expect(_born(other).get_by_label("Month")).to_have_value("4")
    await expect(_born(other).get_by_label("Day")).to_have_value("20")


def _born(page: Page) -> Locator:
    return page.get_by_role("group", name="Your date of birth", exact=True)
