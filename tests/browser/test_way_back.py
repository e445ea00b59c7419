"""A link leads to another place of the same page, and "Back" of the browser leads to the link again."""

import re

import pytest
from playwright.async_api import Page, ViewportSize, expect

from tests.browser.checks import NARROW, WIDE
from tests.browser.conftest import OpenPage
from tests.browser.estimates import WAGES, answer_as_a_single_person, begin_estimate, refund_card
from tests.browser.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "phone"])
async def test_who_follows_a_line_to_its_question_and_answers_it_comes_back_to_the_line(
    open_page: OpenPage, viewport: ViewportSize
) -> None:
    page, keys = await _with_an_estimate(open_page, viewport)
    await page.evaluate("() => (window.neverReloaded = true)")
    await keys.tab_to("Pay from jobs")
    await keys.press("Enter")
    await expect(page.get_by_role("link", name=WAGES)).to_be_visible()
    assert await keys.tab() == WAGES
    await keys.press("Enter")
    await expect(page.get_by_label(WAGES)).to_be_focused()
    await keys.press("Control+A")
    await keys.type("40,000")
    await keys.tab()
    await expect(page.get_by_text("$40,000").first).to_be_visible()

    await page.go_back()
    await expect(page.get_by_role("link", name=WAGES)).to_be_focused()
    await expect(page.get_by_role("link", name=WAGES)).to_be_in_viewport()
    await page.go_forward()
    await expect(page.get_by_label(WAGES)).to_be_focused()
    assert await page.evaluate("() => window.neverReloaded")


async def test_a_question_that_is_answered_is_no_link_any_more_and_back_leads_to_where_it_stood(
    open_page: OpenPage,
) -> None:
    page, keys = await _with_an_estimate(open_page, WIDE)
    await keys.tab_to("What we still need to know")
    await keys.press("Enter")
    await keys.tab_to("Are you blind?")
    await keys.press("Enter")
    await expect(page.get_by_role("group", name="Are you blind?").get_by_role("radio").first).to_be_focused()
    await keys.press("ArrowDown")
    await expect(refund_card(page).get_by_role("link", name="Are you blind?")).to_have_count(0)

    await page.go_back()
    await expect(page.locator("summary", has_text="What we still need to know")).to_be_focused()


async def test_a_link_that_is_opened_in_another_tab_leaves_this_one_alone(open_page: OpenPage) -> None:
    page = await open_page("/privacy")
    link = page.get_by_role("navigation", name="On this page").get_by_role("link").last
    async with page.context.expect_page() as opened:
        await link.click(modifiers=["ControlOrMeta"])
    other = await opened.value
    await expect(other).to_have_url(re.compile("/privacy#"))
    await expect(page.get_by_role("heading", name=await link.inner_text())).not_to_be_focused()


async def _with_an_estimate(open_page: OpenPage, viewport: ViewportSize) -> tuple[Page, Keyboard]:
    page = await open_page("/", viewport=viewport)
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    await page.get_by_label(WAGES).fill("31,200")
    await page.get_by_label(WAGES).press("Tab")
    await expect(refund_card(page)).to_contain_text("You owe")
    return page, Keyboard(page)
