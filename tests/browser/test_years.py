"""A year begun from the last one by keyboard alone, changed, removed, and put back."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.estimates import WAGES, estimate_of_a_family, visit
from tests.browser.keyboard import Keyboard

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_who_uses_no_mouse_starts_from_last_year_changes_an_answer_and_puts_back_what_they_removed(
    open_page: OpenPage,
) -> None:
    page = await open_page("/")
    await estimate_of_a_family(page)
    await visit(page, "/tax")
    keys = Keyboard(page)
    await keys.follow("Start 2026 from your 2025 answers")
    await expect(page.get_by_role("heading", name="What changed in the law for you")).to_be_visible()
    child = page.get_by_role("checkbox", name="Person 1, who is 8 at the end of 2026")
    await expect(child).to_be_checked()
    await keys.tab_to("Person 1")
    await keys.press("Space")
    await expect(child).not_to_be_checked()
    await keys.press("Space")
    await keys.follow("Start 2026 with these")
    await page.wait_for_url("**/tax/2026/interview/about_you")
    await expect(page.get_by_role("radio", name="Married, one return together")).to_be_checked()
    await visit(page, "/tax/2026/estimate")
    wages = page.get_by_label(WAGES, exact=True)
    await expect(wages).to_have_value("")
    await expect(wages).to_have_accessible_description(re.compile(r"2025: \$41,800\."))
    await keys.tab_to(WAGES)
    await keys.type("43,000")
    await keys.press("Tab")
    await expect(page.get_by_role("complementary", name="Refund so far")).to_contain_text("You get back")
    await visit(page, "/tax")
    await keys.follow("Remove 2026")
    await expect(page.get_by_text("Your answers are removed.")).to_be_visible()
    await keys.follow("Put 2026 back")
    await expect(page.get_by_text("Your answers are back, as they were.")).to_be_visible()
    await visit(page, "/tax/2026/estimate")
    await expect(wages).to_have_value("43,000")
