"""Three people go from the first page to the PDF of their result by keyboard alone, and it is what the engine says."""

from datetime import date
from decimal import Decimal

import pytest
from playwright.async_api import Page, expect

from db.values.returns import FilingStatus
from tests.browser.checks import settle
from tests.browser.conftest import OpenPage
from tests.browser.costs import MORTGAGE, add_an_interpreter_at_work
from tests.browser.estimates import WAGES, WITHHELD, a_new_address, answer, link_for, visit
from tests.browser.interview_by_keys import (
    about_you,
    add_child,
    add_form,
    answer_of,
    fill,
    go_on,
    read_the_result,
    tick,
)
from tests.browser.interviews import INTERVIEW, so_far
from tests.browser.keyboard import Keyboard
from tests.factories import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
BEGIN = "Estimate my refund"

PART_TIME_WITH_SSDI = {
    "tax_year": 2025,
    "filing_status": "single",
    "taxpayer": {"age": 45, "wages": Decimal(16_500)},
    "income": {"social_security_benefits": Decimal(19_200)},
    "payments": {"federal_income_tax_withheld": Decimal(900)},
}
EMPLOYEE_WHO_ITEMIZES = {
    "tax_year": 2025,
    "filing_status": "single",
    "taxpayer": {"age": 37, "wages": Decimal(82_000)},
    "itemized": {
        "state_local_income_tax": Decimal(3_100),
        "mortgage_interest": Decimal(14_000),
        "impairment_related_work_expenses": Decimal(1_000),
    },
    "payments": {"federal_income_tax_withheld": Decimal(9_480)},
}
SIGNER_WITH_TWO_CHILDREN = {
    "tax_year": 2025,
    "filing_status": "head_of_household",
    "taxpayer": {"age": 41, "self_employment_net_profit": Decimal(52_000 - 14_000)},
    "dependents": [{"age": 12}, {"age": 6}],
    "credits": {"dependent_care_expenses": Decimal(2_400)},
    "payments": {"estimated_tax_payments": Decimal(1_200)},
}


async def test_who_gets_ssdi_and_works_part_time(open_page: OpenPage) -> None:
    page = await open_page("/")
    keys = Keyboard(page)
    await keys.follow(BEGIN)
    await about_you(page, keys, status=FilingStatus.SINGLE, born=date(1980, 6, 14))
    await go_on(page, keys, to="dependents")
    await go_on(page, keys, to="w2")
    await fill(keys, {WAGES: "15,000", WITHHELD: "900"})
    await go_on(page, keys, to="which_income")
    await tick(page, keys, "I got Social Security or SSDI")
    await go_on(page, keys, to="social_security")
    await _benefits_there_and_back(page, keys)
    await _mended_in_a_second_window(page)
    for step in ("hearing", "which_deductions", "which_credits", "which_payments", "review"):
        await go_on(page, keys, to=step)
    await expect(page.get_by_role("main")).to_contain_text("$19,200")
    await read_the_result(page, keys, PART_TIME_WITH_SSDI)


async def test_an_employee_with_interpreter_costs_who_itemizes_and_makes_an_account_on_the_way(
    open_page: OpenPage,
) -> None:
    page = await open_page("/")
    keys = Keyboard(page)
    await keys.follow(BEGIN)
    await about_you(page, keys, status=FilingStatus.SINGLE, born=date(1988, 4, 12))
    await go_on(page, keys, to="dependents")
    await go_on(page, keys, to="w2")
    await add_form(page, keys, "W-2")
    boxes = {"Box 1: wages": "82,000", "Box 2: federal income tax withheld": "9,480", "Box 17": "3,100"}
    await fill(keys, boxes)
    await _account_on_the_way(page, keys)
    await page.wait_for_url(f"**{INTERVIEW}/w2")
    await go_on(page, keys, to="which_income")
    await go_on(page, keys, to="hearing")
    await add_an_interpreter_at_work(page, keys)
    await go_on(page, keys, to="which_deductions")
    await tick(page, keys, "I own a home")
    await go_on(page, keys, to="home")
    await fill(keys, {MORTGAGE: "14,000"})
    for step in ("which_credits", "which_payments", "review"):
        await go_on(page, keys, to=step)
    await read_the_result(page, keys, EMPLOYEE_WHO_ITEMIZES)


async def test_a_self_employed_signer_with_two_children(open_page: OpenPage) -> None:
    page = await open_page("/")
    keys = Keyboard(page)
    await keys.follow(BEGIN)
    await about_you(page, keys, status=FilingStatus.HEAD_OF_HOUSEHOLD, born=date(1984, 9, 30))
    await go_on(page, keys, to="dependents")
    await add_child(page, keys, 1, born=date(2013, 2, 8))
    await add_child(page, keys, 2, born=date(2019, 11, 21))
    await go_on(page, keys, to="w2")
    await go_on(page, keys, to="which_income")
    await tick(page, keys, "I have a business of my own")
    await go_on(page, keys, to="business")
    await add_form(page, keys, "1099-NEC")
    await fill(keys, {"Box 1: pay for your work": "52,000"})
    await fill(keys, {"Costs of your business": "14,000"})
    await go_on(page, keys, to="hearing")
    await go_on(page, keys, to="which_deductions")
    await go_on(page, keys, to="which_credits")
    await tick(page, keys, "I paid for care")
    await go_on(page, keys, to="care")
    await fill(keys, {"What you paid for care": "2,400"})
    await go_on(page, keys, to="which_payments")
    await tick(page, keys, "I paid tax myself")
    await go_on(page, keys, to="payments")
    await fill(keys, {"Estimated tax payments": "1,200"})
    await go_on(page, keys, to="review")
    await read_the_result(page, keys, SIGNER_WITH_TWO_CHILDREN)


async def _benefits_there_and_back(page: Page, keys: Keyboard) -> None:
    """The page is loaded anew in the middle of an amount, and the person goes back and forward again."""
    await keys.tab_to("Box 5: net benefits")
    await keys.type("19,2")
    await page.reload()
    await settle(page)
    await expect(page.get_by_label("Box 5: net benefits")).to_be_focused()
    await keys.type("00")
    await keys.tab()
    await expect(so_far(page)).to_contain_text("You get back")
    await page.go_back()
    await page.wait_for_url(f"**{INTERVIEW}/which_income")
    await page.go_forward()
    await page.wait_for_url(f"**{INTERVIEW}/social_security")
    await settle(page)
    await expect(page.get_by_label("Box 5: net benefits")).to_have_value("19,200")


async def _mended_in_a_second_window(page: Page) -> None:
    """It opens where the first one is. What is mended in it counts in the first one too."""
    second = await page.context.new_page()
    await second.goto(page.url.partition("/tax/")[0] + INTERVIEW)
    await settle(second)
    await second.wait_for_url(f"**{INTERVIEW}/social_security")
    await visit(second, f"{INTERVIEW}/w2")
    await answer(second, WAGES, "16,500")
    await expect(so_far(second)).to_contain_text(answer_of(PART_TIME_WITH_SSDI))
    await expect(so_far(page)).to_contain_text(answer_of(PART_TIME_WITH_SSDI))
    await second.close()


async def _account_on_the_way(page: Page, keys: Keyboard) -> None:
    """A guest makes an account from within the interview; the link in the letter leads back into it."""
    address = a_new_address()
    await keys.follow("make an account")
    await fill(keys, {"Email address": address, "Password (required)": PASSWORD})
    await keys.follow("Make my account")
    await visit(page, await link_for(page, address))
    await keys.follow("Confirm and sign in")
    await expect(page.get_by_role("banner")).not_to_contain_text("Sign in")
