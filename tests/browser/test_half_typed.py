"""The answer that a person is in the middle of waits for them, whatever else is sent again."""

import re
from urllib.parse import urljoin

import pytest
from playwright.async_api import Route, expect

from tests.browser.checks import settle
from tests.browser.conftest import OpenPage
from tests.browser.estimates import (
    EVERYTHING,
    WITHHELD,
    answer,
    answer_as_a_single_person,
    begin_estimate,
    swallow_what_is_sent,
)

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

INTEREST = "1099-INT, box 1: interest"
UNTAXED_INTEREST = "1099-INT, box 8: tax-exempt interest"


async def test_an_answer_that_is_sent_again_takes_no_half_typed_one_out_of_the_hand(open_page: OpenPage) -> None:
    page = await open_page("/", quiet=False)
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    await swallow_what_is_sent(page)
    await page.get_by_label(EVERYTHING).check()
    await page.get_by_label(WITHHELD).press_sequentially("2,1")
    await page.reload()
    await settle(page)
    await expect(page.get_by_label(EVERYTHING)).to_have_attribute("data-committed", "on")
    await page.reload()
    await settle(page)
    await expect(page.get_by_label(WITHHELD)).to_have_value("2,1")
    await expect(page.get_by_label(WITHHELD)).to_be_focused()


async def test_a_half_typed_answer_waits_too_in_a_section_that_is_drawn_when_it_opens(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    await page.get_by_text("I have savings or investments").click()
    await answer(page, INTEREST, "12 monkeys")
    await expect(page.get_by_text("Type an amount in dollars").first).to_be_visible()
    await page.get_by_label(UNTAXED_INTEREST).press_sequentially("4")
    await page.reload()
    await settle(page)
    await expect(page.get_by_text("Type an amount in dollars").first).to_be_visible()
    await expect(page.get_by_label(UNTAXED_INTEREST)).to_have_value("4")
    await expect(page.get_by_label(UNTAXED_INTEREST)).to_be_focused()


async def test_an_answer_that_was_not_saved_is_sent_again_by_enter_and_one_that_was_is_not(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    await page.evaluate(
        "() => { window.sent = 0; document.addEventListener('change', () => (window.sent += 1)); }",
    )
    await answer(page, WITHHELD, "2,184")
    await expect(page.get_by_label(WITHHELD)).to_have_attribute("data-committed", "2,184")
    await page.get_by_label(WITHHELD).press("Enter")
    assert await page.evaluate("() => window.sent") == 1
    await answer(page, WITHHELD, "12 monkeys")
    await expect(page.get_by_text("Type an amount in dollars").first).to_be_visible()
    await page.get_by_label(WITHHELD).press("Enter")
    await page.wait_for_function("() => window.sent === 3")


async def test_a_page_that_does_not_know_who_looks_at_it_leaves_what_is_half_typed_alone(open_page: OpenPage) -> None:
    page = await open_page("/", quiet=False)
    await begin_estimate(page)
    estimate = page.url
    await page.get_by_label(WITHHELD).press_sequentially("2,1")

    async def without_a_name(route: Route) -> None:
        reply = await route.fetch()
        await route.fulfill(response=reply, body=re.sub('<meta name="draft-owner"[^>]*>', "", await reply.text()))

    await page.route("**/contact", without_a_name)
    await page.goto(urljoin(estimate, "/contact"))
    await settle(page)
    await page.goto(estimate)
    await settle(page)
    await expect(page.get_by_label(WITHHELD)).to_have_value("2,1")
