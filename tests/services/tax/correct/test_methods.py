"""As filed and to the cent: how far apart they may be, and the listed cliffs where a dollar of rounding moves more."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from services.tax import Computed, Method, compute, parse_return
from services.tax.cells import STEPS
from tests.services.tax.strategies import returns

STEP = {step.name: step for step in STEPS}
FEW_DOLLARS = 40_00
"""One look in the Tax Table (24% of $25), one in the EIC Table (45% of up to $49), and a dozen roundings."""


def reads(*names: str) -> Callable[[Computed], object]:
    """The values of some steps of a return."""
    return lambda result: [result.sheet[STEP[name]] for name in names]


CLIFFS: dict[str, Callable[[Computed], object]] = {
    "8880": lambda result: sum(result.sheet[STEP["1040.11a"]] > top for top in result.sheet.law.savers_credit.tops),
    "8812": reads("8812.11"),
    "2441": reads("care_percent"),
    "1-A": lambda result: [result.sheet[STEP[f"schedule_1a.{number}"]] // 100_00 for number in (13, 21, 30)],
    "EIC": reads("may_claim_earned_income_credit"),
    "SE": lambda result: result.sheet[STEP["schedule_se.6"]] > 0,
    "8995": lambda result: result.sheet[STEP["8995.4"]] >= result.sheet.law.business_deduction.minimum_from,
}
"""What the law does in steps, by form: each gives the step that a return is on.

8880: the share of savings, by limits of income. 8812: 50 less for each 1,000 begun. 2441: 1 percent less for each 2,000
begun. 1-A: 100 or 200 less for each 1,000. EIC: too much investment income. SE: no tax below 400 of net earnings.
8995: at least 400 off from 1,000 of business income (2026).
"""

EXAMPLES: dict[str, dict[str, Any]] = {
    "8880": {"taxpayer": {"age": 40, "wages": "23750.49"}, "credits": {"retirement_contributions_taxpayer": 2_000}},
    "8812": {"taxpayer": {"age": 40, "wages": "200000.40"}, "dependents": [{"age": 5}]},
    "2441": {
        "filing_status": "head_of_household",
        "taxpayer": {"age": 40, "wages": "41000.40"},
        "dependents": [{"age": 5}],
        "credits": {"dependent_care_expenses": 3_000},
    },
    "1-A": {"taxpayer": {"age": 40, "wages": "100000.40"}, "special_deductions": {"car_loan_interest": 2_000}},
    "EIC": {
        "taxpayer": {"age": 40, "wages": 9_000},
        "dependents": [{"age": 5}],
        "income": {"taxable_interest": "11950.40"},
    },
    "SE": {"taxpayer": {"age": 40, "self_employment_net_profit": "432.90"}},
    "8995": {"tax_year": 2026, "taxpayer": {"age": 40, "wages": 90_500, "self_employment_net_profit": 1_076}},
}
"""For each cliff a person whom some cents put on the other side of it."""


def both_ways(case: dict[str, Any]) -> tuple[Computed, Computed]:
    """The return as it is filed, and to the cent."""
    given_return = parse_return(case)
    return compute(given_return), compute(given_return, method=Method.EXACT)


def cliffs_between(one: Computed, other: Computed) -> list[str]:
    """The cliffs that the two stand on different sides of."""
    return [name for name, step_of in CLIFFS.items() if step_of(one) != step_of(other)]


@given(case=returns())
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_the_methods_differ_by_a_few_dollars_unless_a_cliff_lies_between(case: dict[str, Any]) -> None:
    as_filed, exact = both_ways(case)
    if not (as_filed.unsupported or exact.unsupported or cliffs_between(as_filed, exact)):
        assert abs(as_filed.outcome - exact.outcome) <= FEW_DOLLARS


@pytest.mark.parametrize("cliff", CLIFFS)
def test_a_few_cents_can_lie_across_a_cliff(cliff: str) -> None:
    usual = {"tax_year": 2025, "filing_status": "single"}
    as_filed, exact = both_ways(usual | EXAMPLES[cliff])
    assert cliffs_between(as_filed, exact) == [cliff]
    assert abs(as_filed.outcome - exact.outcome) > 12_00


@pytest.mark.parametrize(
    ("fields", "line", "dollars"),
    [
        ({"itemized": {"state_local_income_tax": "100.50", "real_estate_tax": "100.50"}}, "schedule_a.5d", 202),
        ({"itemized": {"charity_cash": "100.50", "charity_noncash": "100.50"}}, "schedule_a.14", 202),
        ({"taxpayer": {"wages": "30000.25"}, "spouse": {"wages": "30000.25"}}, "1040.1z", 60_001),
        ({"taxpayer": {"wages": "30000.25"}, "spouse": {"wages": "30000.25"}}, "8812.18a", 60_001),
        (
            {"taxpayer": {"self_employment_net_profit": 100.5}, "spouse": {"self_employment_net_profit": 100.5}},
            "schedule_1.3",
            202,
        ),
        ({"taxpayer": {"self_employment_net_profit": "10000.50"}}, "schedule_se.6", 9_236),
    ],
)
def test_each_line_of_a_form_is_rounded_before_it_is_added_and_what_makes_one_line_only_once(
    fields: dict[str, Any], line: str, dollars: int
) -> None:
    """Form 1040 instructions, Rounding off to whole dollars. Both W-2 go into one line; each business has its form."""
    usual: dict[str, Any] = {"tax_year": 2025, "filing_status": "married_joint", "spouse": {"age": 40}}
    usual |= {"income": {"taxable_pensions": 50_000}}
    assert compute(parse_return(usual | fields)).line(line).amount == dollars * 100


def test_a_step_of_the_eic_table_is_within_the_few_dollars() -> None:
    """The first row gives $2 to everybody with 1 to 49 dollars of pay; by the formula 49 dollars give 3.75."""
    one, other = both_ways({"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": 40, "wages": 49}})
    assert (one.outcome, other.outcome) == (2_00, 3_75)
