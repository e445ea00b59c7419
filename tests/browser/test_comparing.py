"""Comparing by keyboard alone: one more cost on "what if", and columns A, B and C of what was filed."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.estimates import WAGES, a_new_address, estimate_of_a_family, make_account, refund_card, visit
from tests.browser.keyboard import Keyboard

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_who_uses_no_mouse_compares_one_more_cost_and_what_they_filed(open_page: OpenPage) -> None:
    page = await open_page("/")
    await make_account(page, a_new_address(), then="/tax")
    await estimate_of_a_family(page)
    await visit(page, "/tax/2025/result")
    keys = Keyboard(page)
    await keys.follow("Try “what if”")
    await keys.tab_to("One more cost for your health or hearing")
    await keys.type("45,000")
    await keys.press("Tab")
    await expect(page.get_by_role("row", name="One more medical cost of $45,000")).to_contain_text("+ $")
    await expect(page.get_by_role("status").filter(has_text="One more medical cost of $45,000: + $")).to_have_count(1)
    await keys.follow("Back to your result")
    await visit(page, "/tax")
    await keys.follow("What you filed for 2025")
    for part, number in (("Month", "4"), ("Day", "1"), ("Year", "2026")):
        await keys.tab_to(part)
        await keys.type(number)
    await keys.follow("This is what I filed")
    await expect(page.get_by_text("Nothing has changed since you filed.")).to_be_visible()
    await visit(page, "/tax/2025/estimate")
    await keys.tab_to(WAGES)
    await keys.press("ControlOrMeta+a")
    await keys.type("43,800")
    await keys.press("Tab")
    await expect(refund_card(page)).to_contain_text("$4,401")
    await visit(page, "/tax/2025/filed")
    for line in ("1: Income after adjustments (AGI)", "11a: Adjusted gross income (AGI)"):
        row = page.get_by_role("row", name=line)
        await expect(row.get_by_role("cell")).to_have_text(["$41,800", "+ $2,000", "$43,800"])
