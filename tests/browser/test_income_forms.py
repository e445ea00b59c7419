"""Forms typed box by box on a phone, by keyboard alone: a slip is asked about, and what is right is kept."""

import re
from datetime import date
from decimal import Decimal

import pytest
from playwright.async_api import Page, expect

from db.values.returns import FilingStatus
from tests.browser.checks import NARROW, settle
from tests.browser.conftest import OpenPage
from tests.browser.interview_by_keys import about_you, add_form, answer_of, fill, tick
from tests.browser.interviews import GO_ON, so_far, three_forms_of_savings
from tests.browser.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
BOX_1, BOX_2 = "Box 1: wages, tips, other pay", "Box 2: federal income tax withheld"
SLIP = "Did boxes 1 and 2 change places?"
TOLD = {
    "tax_year": 2025,
    "filing_status": "single",
    "taxpayer": {"age": 45, "wages": Decimal(31_200 + 500)},
    "income": {"social_security_benefits": Decimal(19_200)},
    "payments": {"federal_income_tax_withheld": Decimal(3_184 + 600 + 100)},
}


async def test_two_w2s_and_an_ssa_1099_by_keyboard_on_a_phone_come_to_what_the_engine_says(open_page: OpenPage) -> None:
    page = await open_page("/", viewport=NARROW)
    keys = Keyboard(page)
    await keys.follow("Estimate my refund")
    await about_you(page, keys, status=FilingStatus.SINGLE, born=date(1980, 6, 14))
    await keys.follow(GO_ON)
    await keys.follow(GO_ON)  # nobody depends on them
    await _first_job(page, keys)
    await _second_job(page, keys)
    await keys.follow(GO_ON)
    await tick(page, keys, "I got Social Security or SSDI")
    await keys.follow(GO_ON)
    await add_form(page, keys, "SSA-1099", number=1)
    await fill(keys, {"Box 5: net benefits": "19,200", "Box 6: federal income tax withheld": "100"})
    await expect(so_far(page)).to_contain_text(answer_of(TOLD))


async def test_the_box_of_the_field_with_the_focus_is_lit_and_its_place_is_said(open_page: OpenPage) -> None:
    page = await open_page()
    await three_forms_of_savings(page)
    card = page.get_by_role("region", name="1099-DIV number 1")
    picture = page.locator(".form-picture").filter(has=page.get_by_role("img", name="Picture of Form 1099-DIV"))
    for field, box in (("Box 1b: qualified dividends", "1b"), ("Box 4: federal income tax withheld", "4")):
        await card.get_by_label(field).focus()
        await expect(card.get_by_label(field)).to_have_accessible_description(re.compile(f"Box {box}, “"))
        await expect(picture.locator(".near [data-here]")).to_have_count(1)
        await expect(picture.locator(".near [data-here]")).to_have_attribute("data-box", box)
        await expect(picture.locator("figcaption")).to_contain_text(f"Box {box}, “")
    await card.get_by_label("Who sent you this form?").focus()
    await expect(picture.locator(".near [data-here]")).to_have_count(0)
    await expect(picture.locator("figcaption")).to_contain_text("We ask for the boxes with a frame of dots.")


async def _first_job(page: Page, keys: Keyboard) -> None:
    """Boxes 1 and 2 are swapped; the person is asked, and puts them right."""
    await add_form(page, keys, "W-2", number=1)
    await fill(keys, {"Who sent you this form?": "Wegmans", BOX_1: "3,184", BOX_2: "31,200"})
    await expect(page.get_by_text(SLIP).first).to_be_visible()
    await expect(page.get_by_role("region", name="W-2 from Wegmans")).to_be_visible()
    await keys.tab_to(BOX_1, "Shift+Tab")
    await keys.type("31,200")
    await fill(keys, {BOX_2: "3,184"})
    await expect(page.get_by_text(SLIP).locator("visible=true")).to_have_count(0)


async def _second_job(page: Page, keys: Keyboard) -> None:
    """More was withheld than was paid; the person is asked, says that it is right, and is not asked again."""
    await add_form(page, keys, "W-2", number=2)
    await fill(keys, {BOX_1: "500", BOX_2: "600"})
    await expect(page.get_by_text(SLIP).first).to_be_visible()
    await keys.tab_to("Yes, it is right")
    await keys.press("Enter")
    await expect(page.get_by_text(SLIP).locator("visible=true")).to_have_count(0)
    await expect(page.get_by_label(BOX_2).last).to_be_focused()
    await page.reload()
    await settle(page)
    await expect(page.get_by_text(SLIP).locator("visible=true")).to_have_count(0)
