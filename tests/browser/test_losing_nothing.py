"""Whatever happens between a person's keystrokes, the estimate page keeps the word that they are typing."""

import asyncio

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.checks import settle
from tests.browser.conftest import OpenPage
from tests.browser.estimates import (
    ESTIMATE,
    WAGES,
    WITHHELD,
    answer_as_a_single_person,
    begin_estimate,
    connection,
    follow,
    kept_after_a_reload,
    needs_only_an_amount,
    refund_card,
    visit,
)

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
OUTAGE_SECONDS = 25  # NiceGUI's own patience is 3; a phone in a tunnel needs more


async def test_25_seconds_without_a_connection_lose_nothing(open_page: OpenPage) -> None:
    page = await open_page("/", quiet=False)
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    await page.evaluate("() => (window.isTheSamePage = true)")
    await page.get_by_label(WAGES).press_sequentially("31,")

    lost_at = asyncio.get_running_loop().time()
    await page.context.set_offline(True)
    await page.evaluate("() => window.socket.io.engine.close()")
    await expect(connection(page)).to_have_text(
        "Connection lost. We are trying again. What you typed is kept in this tab. Keep it open."
    )
    await page.keyboard.type("200")
    await page.keyboard.press("Tab")
    await expect(not_saved_yet(page)).to_have_text("Not saved yet. We are still trying.")
    await expect(said_politely(page)).to_have_text(f"{WAGES}: Not saved yet. We are still trying.")
    await page.keyboard.type("2,1")
    await asyncio.sleep(OUTAGE_SECONDS - (asyncio.get_running_loop().time() - lost_at))
    await page.context.set_offline(False)

    await expect(connection(page)).to_have_text(
        "The connection is back. What you typed is kept in this tab. Keep it open. "
        "If a button did nothing, press it again.",
        timeout=20_000,
    )
    await expect(refund_card(page)).to_contain_text("You owe $1,619")  # what was left meanwhile is saved now
    await expect(not_saved_yet(page)).to_have_count(0)
    assert await page.evaluate("() => window.isTheSamePage")
    await expect(page.get_by_label(WITHHELD)).to_be_focused()
    await page.keyboard.type("84")
    await page.keyboard.press("Tab")
    await expect(refund_card(page)).to_contain_text("You get back $565")
    await kept_after_a_reload(page)


async def test_changes_all_over_the_page_leave_text_focus_and_caret_alone(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    field = page.get_by_label(WAGES)
    await field.press_sequentially("31,00")
    await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("ArrowLeft")

    await change_without_moving_the_focus(page, "Filing status", "Married, one return together")
    await expect(page.get_by_role("region", name="Your spouse")).to_be_visible()
    await change_without_moving_the_focus(page, "Filing status", "Head of household")
    await expect(page.get_by_role("region", name="Your spouse")).to_be_hidden()
    await needs_only_an_amount(page)
    await expect(field).to_be_focused()
    await page.keyboard.type("2")
    await expect(field).to_have_value("31,200")
    await page.keyboard.press("Tab")
    await expect(refund_card(page)).to_contain_text("You owe $758")


async def test_a_word_that_was_being_typed_when_somebody_followed_a_link_is_saved(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    await page.get_by_label(WAGES).press_sequentially("31,200")
    await follow(page, "Home")
    await visit(page, ESTIMATE)
    await expect(refund_card(page)).to_contain_text("You owe $1,619")


async def test_a_half_typed_date_survives_a_reload_and_is_judged_when_it_is_left(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    birthday = page.get_by_role("group", name="Your date of birth", exact=True)
    await birthday.get_by_label("Month").focus()
    for key in ("4", "Tab", "1", "2", "Tab", "1", "9"):
        await page.keyboard.press(key)
    await page.reload()
    await settle(page)
    await expect(birthday.get_by_label("Year")).to_be_focused()
    await change_without_moving_the_focus(page, "Filing status", "Single")
    await expect(refund_card(page)).not_to_contain_text("your filing status")
    await expect(birthday.locator(".error")).to_have_count(0)
    await page.keyboard.type("88")
    await page.keyboard.press("Tab")
    await needs_only_an_amount(page)


async def test_the_next_person_in_this_tab_does_not_get_the_half_typed_word_of_the_last(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    await page.get_by_label(WAGES).press_sequentially("31,2")
    await page.context.clear_cookies()
    await begin_estimate(page)
    await expect(page.get_by_label(WAGES)).to_have_value("")


def not_saved_yet(page: Page) -> Locator:
    """What fields say whose answer is on its way for long."""
    return page.locator(".field > .slow")


def said_politely(page: Page) -> Locator:
    """What is read out next."""
    return page.locator("[data-says=polite]")


async def change_without_moving_the_focus(page: Page, legend: str, option: str) -> None:
    """Choose an answer as a script would, so that its commit comes while the person types somewhere else."""
    radio = page.get_by_role("group", name=legend).get_by_role("radio", name=option)
    await radio.evaluate("(radio) => radio.click()")
