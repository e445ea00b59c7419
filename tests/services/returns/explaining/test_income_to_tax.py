"""The picture of a return is true: its steps add up, and they add up to the lines of the form."""

from typing import Any

import pytest

from services.returns.explaining.income_to_tax import IncomeToTax, Part, Step, income_to_tax
from services.tax import Method, compute, parse_return
from services.words import known
from tests.services.tax.returns import SCENARIOS, oracle


def _steps_of(**fields: Any) -> IncomeToTax:
    return income_to_tax(compute(parse_return({"tax_year": 2025, "filing_status": "single", **fields})))


def _amounts(steps: tuple[Step, ...]) -> dict[Part, int]:
    return {step.part: step.amount // 100 for step in steps}


def _adds_up(steps: tuple[Step, ...]) -> bool:
    *changes, total = steps
    return total.is_total and sum(step.amount for step in changes) == total.amount


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_return_of_the_independent_model_adds_up_to_its_lines(scenario: str, method: Method) -> None:
    for case in oracle(scenario):
        computed = compute(parse_return(case), method=method)
        picture = income_to_tax(computed)
        assert _adds_up(picture.taxed), case["id"]
        assert _adds_up(picture.settled), case["id"]
        assert picture.taxed[-1].amount == computed.line("1040.15").amount
        assert picture.tax == computed.line("1040.16").amount + computed.line("schedule_2.2").amount
        assert picture.settled[-1].amount == computed.outcome


def test_pay_is_less_the_standard_deduction_and_what_was_paid_is_less_the_tax() -> None:
    picture = _steps_of(taxpayer={"age": 37, "wages": 31200}, payments={"federal_income_tax_withheld": 2184})
    assert _amounts(picture.taxed) == {Part.INCOME: 31200, Part.DEDUCTIONS: -15750, Part.TAXED: 15450}
    assert _amounts(picture.settled) == {Part.PAID: 2184, Part.TAX: -1619, Part.RESULT: 565}


def test_social_security_that_is_not_taxed_is_income_all_the_same() -> None:
    picture = _steps_of(taxpayer={"age": 52}, income={"social_security_benefits": 18000})
    assert _amounts(picture.taxed) == {Part.INCOME: 18000, Part.BENEFITS_NOT_TAXED: -18000, Part.TAXED: 0}


def test_a_deduction_larger_than_the_income_takes_away_no_more_than_the_income() -> None:
    picture = _steps_of(taxpayer={"age": 37, "wages": 4000})
    assert _amounts(picture.taxed) == {Part.INCOME: 4000, Part.DEDUCTIONS: -4000, Part.TAXED: 0}


def test_a_loss_larger_than_the_income_counts_as_no_income() -> None:
    picture = _steps_of(taxpayer={"age": 37}, income={"long_term_capital_gain": -9000})
    assert _amounts(picture.taxed) == {Part.INCOME: -3000, Part.LOSS_LEFT: 3000, Part.TAXED: 0}


def test_the_self_employed_owe_another_tax_by_its_name_even_without_income_tax() -> None:
    picture = _steps_of(taxpayer={"age": 37, "self_employment_net_profit": 10000})
    assert picture.tax == 0
    assert _amounts(picture.settled)[Part.SELF_EMPLOYMENT_TAX] == -1413


def test_high_pay_and_high_investment_income_have_a_tax_each() -> None:
    taxpayer, income = {"age": 37, "wages": 250_000}, {"taxable_interest": 10_000}
    amounts = _amounts(_steps_of(taxpayer=taxpayer, income=income).settled)
    assert amounts[Part.MEDICARE_TAX] == -450  # 0.9% above $200,000
    assert amounts[Part.INVESTMENT_TAX] == -380  # 3.8% of the interest
    assert Part.SELF_EMPLOYMENT_TAX not in amounts


def test_credits_larger_than_the_tax_are_paid_out() -> None:
    child = {"age": 6}
    picture = _steps_of(taxpayer={"age": 37, "wages": 20000}, dependents=[child], filing_status="head_of_household")
    amounts = _amounts(picture.settled)
    assert amounts[Part.CREDITS_PAID_OUT] == amounts[Part.RESULT] > 0


def test_every_step_has_words() -> None:
    assert all(known(part) for part in Part)
