"""Costs for hearing by keyboard alone: add one, answer what is asked, read the verdict, remove it."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.costs import COSTS, add_an_interpreter_at_work, estimate_of_somebody_who_itemizes
from tests.browser.estimates import begin_estimate, refund_card, visit
from tests.browser.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
VERDICT = "With this cost, your refund is $220 higher, or you owe that much less."  # 22% of $1,000


async def test_somebody_without_a_mouse_adds_a_cost_reads_the_verdict_and_finds_it_on_the_estimate(
    open_page: OpenPage,
) -> None:
    page = await open_page()
    await estimate_of_somebody_who_itemizes(page)
    keys = Keyboard(page)
    await keys.follow("List your costs")
    await add_an_interpreter_at_work(page, keys)
    cost = page.get_by_role("region", name="Cost 1: Interpreter, $1,000")
    await expect(cost).to_contain_text(VERDICT)
    await expect(page.locator("[role=status]").filter(has_text=VERDICT)).to_have_count(1)
    await expect(page.get_by_role("complementary", name="All costs together")).to_contain_text("+ $220")

    await keys.tab_to("The rule for cost 1")
    await keys.press("Enter")
    await expect(cost).to_contain_text("IRC 67(d)")
    await keys.follow("Your refund estimate for 2025")
    await expect(refund_card(page)).to_contain_text("You owe")
    card = page.get_by_role("complementary", name="Costs for your hearing")
    await expect(card).to_contain_text("Interpreter, $1,000")


async def test_a_cost_that_is_removed_can_be_put_back(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    await visit(page, COSTS)
    keys = Keyboard(page)
    await keys.tab_to("Add a cost")
    await keys.press("Enter")
    await expect(page.get_by_role("region", name="Cost 1")).to_be_focused()
    await keys.tab_to("Remove cost 1")
    await keys.press("Space")
    await expect(page.get_by_role("button", name="Put cost 1 back")).to_be_focused()
    await expect(page.get_by_text("No cost is added yet.")).to_be_visible()
    await keys.press("Enter")
    await expect(page.get_by_role("region", name="Cost 1")).to_be_focused()


async def test_the_answers_about_a_cost_wait_behind_a_line_that_a_key_opens(open_page: OpenPage) -> None:
    page = await open_page()
    await estimate_of_somebody_who_itemizes(page)
    await visit(page, COSTS)
    keys = Keyboard(page)
    await add_an_interpreter_at_work(page, keys)
    await expect(page.get_by_text(VERDICT).first).to_be_visible()
    await visit(page, COSTS)
    await keys.tab_to("Questions about cost 1")
    await keys.press("Enter")
    await expect(page.get_by_label("What did it cost in all?")).to_have_value("1,000")
    assert await keys.tab() == "What did you pay for?"


async def test_a_word_that_is_half_typed_behind_a_line_is_there_after_a_reload(open_page: OpenPage) -> None:
    page = await open_page()
    await estimate_of_somebody_who_itemizes(page)
    await visit(page, COSTS)
    await add_an_interpreter_at_work(page, Keyboard(page))
    await expect(page.get_by_text(VERDICT).first).to_be_visible()
    await visit(page, COSTS)
    await page.get_by_text("Questions about cost 1").click()
    await page.get_by_label("What did it cost in all?").fill("2,00")
    await page.reload()
    amount = page.get_by_label("What did it cost in all?")
    await expect(amount).to_be_visible()
    await expect(amount).to_be_focused()
    await page.keyboard.type("0")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("region", name="Cost 1: Interpreter, $2,000")).to_be_visible()
