"""Answers that the house has not got: sent over a dead connection, or typed over one that was changed since."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.checks import settle
from tests.browser.conftest import OpenPage
from tests.browser.costs import COSTS
from tests.browser.drafts import drafts_in, kept_draft
from tests.browser.estimates import (
    ESTIMATE,
    EVERYTHING,
    WAGES,
    WITHHELD,
    a_new_address,
    answer,
    answer_as_a_single_person,
    begin_estimate,
    choose,
    fill_credentials,
    follow,
    kept_after_a_reload,
    make_account,
    needs_only_an_amount,
    press,
    refund_card,
    sign_in,
    swallow_what_is_sent,
    visit,
)
from ui import cookies

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def _notice_the_dead_connection(page: Page) -> None:
    await page.evaluate("() => window.socket.io.engine.close()")
    await page.wait_for_function("() => window.socket.connected && window.did_handshake")


async def test_answers_sent_before_a_dead_connection_is_noticed_are_sent_again(open_page: OpenPage) -> None:
    page = await open_page("/", quiet=False)
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    await swallow_what_is_sent(page)
    await answer(page, WAGES, "31,200")
    await page.get_by_label(EVERYTHING).check()
    await choose(page, "Filing status", "Head of household")
    await page.get_by_label(WITHHELD).press_sequentially("2,1")

    await _notice_the_dead_connection(page)
    await expect(refund_card(page)).to_contain_text("You owe")
    await expect(page.get_by_label(WITHHELD)).to_be_focused()
    await page.keyboard.type("84")
    await page.keyboard.press("Tab")
    await expect(refund_card(page)).to_contain_text("You get back")
    await kept_after_a_reload(page)
    await expect(page.get_by_label(EVERYTHING)).to_be_checked()
    await expect(page.get_by_role("radio", name="Head of household")).to_be_checked()


async def test_what_a_cost_is_for_survives_a_reload_before_it_was_saved(open_page: OpenPage) -> None:
    page = await open_page("/", quiet=False)
    await begin_estimate(page)
    await visit(page, COSTS)
    await page.get_by_role("button", name="Add a cost").click()
    category = page.get_by_label("What did you pay for?")
    await expect(category).to_be_visible()
    await swallow_what_is_sent(page)
    await category.select_option(label="Interpreter")
    await page.reload()
    await settle(page)
    await expect(page.get_by_role("region", name="Cost 1: Interpreter")).to_be_visible()


async def test_after_a_reload_too_nothing_is_written_over_that_the_person_has_not_seen(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    other = await page.context.new_page()
    await other.goto(page.url)
    await settle(other)
    await other.get_by_label(WAGES).press_sequentially("30,0")
    await answer(page, WAGES, "31,200")
    await expect(refund_card(page)).to_contain_text("You owe $1,619")

    await other.reload()
    await settle(other)
    await expect(other.get_by_label(WAGES)).to_be_focused()
    await other.keyboard.type("00")
    await other.keyboard.press("Tab")
    await expect(other.get_by_text("You wrote: $30,000. Which one is right?")).to_be_visible()
    await expect(refund_card(page)).to_contain_text("You owe $1,619")
    await other.get_by_role("button", name="Show $31,200").press("Enter")
    await expect(other.get_by_label(WAGES)).to_have_value("31,200")


async def test_an_answer_that_was_saved_though_nobody_said_so_is_no_conflict(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    await page.get_by_label(WAGES).fill("31200")
    sealed = await kept_draft(page)
    await page.keyboard.press("Tab")
    await expect(refund_card(page)).to_contain_text("You owe $1,619")
    await page.evaluate("(sealed) => Object.assign(sessionStorage, sealed)", sealed)
    await page.reload()
    await settle(page)
    await expect(page.get_by_label(WAGES)).to_have_attribute("data-committed", "31200")
    await expect(page.get_by_text("Which one is right?")).to_have_count(0)
    assert await drafts_in(page) == {}


async def test_what_is_wrong_in_one_estimate_is_not_put_into_another_one(open_page: OpenPage) -> None:
    page = await open_page()
    address = a_new_address()
    await make_account(page, address)
    await begin_estimate(page)
    await visit(page, "/account")
    await press(page, "Sign out")
    await begin_estimate(page)
    await sign_in(page, address, then=ESTIMATE)
    await answer(page, WAGES, "12 monkeys")
    await expect(page.get_by_text("Type an amount in dollars").first).to_be_visible()
    await expect(refund_card(page).get_by_text("A field shows an error.")).to_be_visible()
    await follow(page, "Open number 2")
    await expect(refund_card(page).get_by_text("A field shows an error.")).to_be_hidden()
    await expect(page.get_by_label(WAGES)).to_have_value("")
    await follow(page, "Open number 1")
    await expect(page.get_by_label(WAGES)).to_have_value("12 monkeys")

    await page.context.clear_cookies(name=cookies.SESSION)  # as when the session ends and the page can't hear it
    await page.reload()
    await settle(page)
    await fill_credentials(page, address)
    await press(page, "Sign in")
    await expect(page.get_by_label(WAGES)).to_have_value("12 monkeys")


async def test_a_choice_that_there_is_no_more_leaves_the_saved_answer(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    single = page.get_by_role("radio", name="Single")
    await single.evaluate(
        "(radio) => { radio.value = 'of last year'; radio.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    assert await kept_draft(page)
    await page.reload()
    await settle(page)
    await expect(single).to_be_checked()
    await needs_only_an_amount(page)
    assert await drafts_in(page) == {}


async def test_the_result_says_that_an_answer_was_not_taken_and_leads_back_to_it(open_page: OpenPage) -> None:
    page = await open_page("/")
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    await answer(page, WAGES, "31,200")
    await answer(page, WITHHELD, "2,184")
    await choose(page, "Are you blind?", "No")
    await choose(page, "Can somebody else claim you as a dependent?", "No")
    await page.get_by_label(EVERYTHING).check()
    certain = page.get_by_text("This is certain, if your answers are right.")
    await expect(certain).to_be_visible()
    result = ESTIMATE.replace("estimate", "result")
    await visit(page, result)
    await settle(page)
    said = page.get_by_text("You typed an answer in this tab that may not be saved.")
    await expect(said).to_be_hidden()
    await expect(certain).to_be_visible()
    await visit(page, ESTIMATE)
    await answer(page, WITHHELD, "2.584,50")
    await expect(page.get_by_label(WITHHELD)).to_have_attribute("aria-invalid", "true")
    await expect(certain).to_be_hidden()
    for place in ("interview/w2", "interview/review", "result"):
        await visit(page, ESTIMATE.replace("estimate", place))
        await expect(said).to_be_visible()
        await expect(page.get_by_text("certain, if your answers are right").locator("visible=true")).to_have_count(0)
    await expect(page.get_by_text("This is not certain while an answer may not be saved.")).to_be_visible()
    await follow(page, "Look at that answer")
    await expect(page.get_by_label(WITHHELD)).to_have_value("2.584,50")
    await expect(page.get_by_label(WITHHELD)).to_have_attribute("aria-invalid", "true")


async def test_a_question_about_a_saved_amount_goes_while_another_one_is_not_saved(open_page: OpenPage) -> None:
    page = await open_page("/", quiet=False)
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    await answer(page, WAGES, "31,200")
    await answer(page, WITHHELD, "30,000")
    asked = page.get_by_text("This is more than half of all the income. Is the point in the right place?", exact=True)
    await expect(asked).to_be_visible()
    await swallow_what_is_sent(page)
    await answer(page, WITHHELD, "2,222")
    await expect(asked).to_be_hidden()
    await answer(page, WITHHELD, "30,000")
    await expect(asked).to_be_visible()
