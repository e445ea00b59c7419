"""What counts only in part is told how much of it does, by the engine's lines, and which limit takes the rest."""

from typing import Any

import pytest

from services import tax
from services.returns.explaining.idle.in_part import Counts, why_in_part
from services.returns.explaining.idle.limits_of_parts import PartLimit
from tests.services.returns.explaining.idle.test_idle import (
    BORN,
    CHILD,
    COLLEGE,
    SAVED,
    WITH_SPOUSE,
    idle_in,
    rosa,
    said,
)
from tests.services.tax.returns import SCENARIOS, oracle

LOAN, TIPS = "adjustments.student_loan_interest_paid", "special_deductions.qualified_tips"
COLLEGE_OF_ROSA = f"taxpayer.{COLLEGE}"
CARE, CASH = "credits.dependent_care_expenses", "itemized.charity_cash"


def adjusted(wages: int, **amounts: int) -> dict[str, Any]:
    return rosa(wages, adjustments=amounts)


def itemizing(wages: int, **amounts: int) -> dict[str, Any]:
    return rosa(wages, itemized=amounts)


def special(wages: int, **amounts: int) -> dict[str, Any]:
    return rosa(wages, special_deductions=amounts)


CASES: dict[str, tuple[str, dict[str, Any], str]] = {
    "student loan, the limit": (
        LOAN,
        adjusted(50_000, student_loan_interest_paid=4_000),
        "Of this, $2,500 counts. The rest does not, because at most $2,500 can count.",
    ),
    "student loan, by income": (
        LOAN,
        adjusted(94_000, student_loan_interest_paid=1_250),
        "Of this, $500 counts. Your income is $94,000. Above $85,000, less of it counts.",
    ),
    "teacher": (
        "adjustments.educator_expenses",
        adjusted(50_000, educator_expenses=500),
        "Of this, $300 counts. The rest does not, because at most $300 can count.",
    ),
    "two teachers, or one": (
        "adjustments.educator_expenses",
        rosa(50_000, **WITH_SPOUSE, adjustments={"educator_expenses": 700}),
        "Of this, $600 counts. The rest does not, because at most $600 can count, and only if both of you teach: $300 "
        "for each. If one of you teaches, type no more than $300.",
    ),
    "losses": (
        "income.long_term_capital_gain",
        rosa(60_000, income={"long_term_capital_gain": -5_000}),
        "Of this, $3,000 counts. The rest does not, because losses count only up to $3,000 in a year. "
        "It may count in later years.",
    ),
    "medical": (
        "itemized.medical_expenses",
        itemizing(60_000, medical_expenses=30_000),
        "Of this, $25,500 counts. The first $4,500 does not count. That is 7.5% of your income.",
    ),
    "state taxes": (
        "itemized.real_estate_tax",
        itemizing(200_000, state_local_income_tax=30_000, real_estate_tax=15_000),
        "With what falls under the same limit, this is $45,000. Of that, $40,000 counts. "
        "The rest does not, because at most $40,000 can count.",
    ),
    "gifts of money": (
        CASH,
        itemizing(60_000, charity_cash=50_000),
        "Of this, $36,000 counts. Gifts count only up to $36,000, which is 60% of your income. "
        "The rest may count in later years.",
    ),
    "tips, by income": (
        TIPS,
        special(160_000, qualified_tips=10_000),
        "Of this, $9,000 counts. Your income is $160,000. Above $150,000, less of it counts.",
    ),
    "overtime": (
        "special_deductions.qualified_overtime",
        special(90_000, qualified_overtime=20_000),
        "Of this, $12,500 counts. The rest does not, because at most $12,500 can count.",
    ),
    "car loan": (
        "special_deductions.car_loan_interest",
        special(90_000, car_loan_interest=12_000),
        "Of this, $10,000 counts. The rest does not, because at most $10,000 can count.",
    ),
    "care": (
        CARE,
        rosa(60_000, dependents=[CHILD], credits={"dependent_care_expenses": 5_000}),
        "Of this, $3,000 counts. The rest does not, because at most $3,000 can count.",
    ),
    "care, little pay": (
        CARE,
        rosa(
            2_000, dependents=[CHILD], income={"taxable_pensions": 60_000}, credits={"dependent_care_expenses": 2_500}
        ),
        "Of this, $2,000 counts. Care counts only up to what you earn, which is $2,000.",
    ),
    "care, little pay of one": (
        CARE,
        rosa(60_000, **WITH_SPOUSE, dependents=[CHILD])
        | {"spouse": BORN | {"wages": 2_000}}
        | {"credits": {"dependent_care_expenses": 2_500}},
        "Of this, $2,000 counts. Care counts only up to what the one with less pay earns, which is $2,000.",
    ),
    "costs of access": (
        "credits.disabled_access_expenditures",
        rosa(0, taxpayer=BORN | {"self_employment_net_profit": 60_000})
        | {"credits": {"disabled_access_expenditures": 9_000}},
        "Of this, $8,750 counts. The first $250 does not count.",
    ),
    "college, the limit": (
        COLLEGE_OF_ROSA,
        rosa(0, taxpayer=BORN | {"wages": 60_000, COLLEGE: 6_000}),
        "Of this, $4,000 counts. The rest does not, because at most $4,000 can count for each student.",
    ),
    "college, by income": (
        COLLEGE_OF_ROSA,
        rosa(0, taxpayer=BORN | {"wages": 85_000, COLLEGE: 4_000}),
        "The credit for this would be $2,500. Of that, $1,250 is left. "
        "Your income is $85,000. Above $80,000, less of the credit is left.",
    ),
    "single courses": (
        "credits.lifetime_learning_expenses",
        rosa(82_000, credits={"lifetime_learning_expenses": 12_000}),
        "Of this, $10,000 counts. The rest does not, because at most $10,000 can count. "
        "The credit for this would be $2,000. Of that, $1,600 is left. "
        "Your income is $82,000. Above $80,000, less of the credit is left.",
    ),
    "savings": (
        SAVED,
        rosa(22_000, credits={"retirement_contributions_taxpayer": 3_000}),
        "Of this, $2,000 counts. The rest does not, because at most $2,000 can count for each person.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_limit_is_told_with_the_figures_of_the_engine(case: str) -> None:
    path, told, words = CASES[case]
    [idle] = [each for each in [idle_in(told)[path]] if each.in_part]
    assert said(idle) == words


def test_every_limit_of_parts_is_met_here() -> None:
    met = {reason.code for path, told, _ in CASES.values() for reason in idle_in(told)[path].why[1:]}
    assert {*PartLimit} == met - {*Counts}


def test_gifts_of_2026_are_told_their_floor_and_without_itemizing_their_limit() -> None:
    told = rosa(200_000, itemized={"mortgage_interest": 30_000, "charity_cash": 5_000})
    assert said(idle_in(told, 2026)[CASH]).startswith("Of this, $4,000 counts. The first $1,000 does not count.")
    told = itemizing(60_000, charity_cash=3_000)
    assert said(idle_in(told, 2026)[CASH]).startswith("Of this, $1,000 counts. The rest does not, because at most")


def test_what_counts_whole_or_changes_nothing_is_not_said_to_count_in_part() -> None:
    assert not idle_in(adjusted(50_000, student_loan_interest_paid=2_500))
    assert not idle_in(rosa(60_000, income={"long_term_capital_gain": -3_000}))
    whole = rosa(300_000, itemized={"state_local_income_tax": 40_000, "real_estate_tax": 5_000})
    assert [each.in_part for each in idle_in(whole).values()] == [False, True]
    assert not idle_in(rosa(60_000, itemized={"medical_expenses": 6_000}))["itemized.medical_expenses"].in_part


def test_of_two_savers_one_too_young_only_the_others_savings_are_counted() -> None:
    spouse = {"date_of_birth": "2009-04-12"}
    saved = {"retirement_contributions_taxpayer": 3_000, "retirement_contributions_spouse": 1_000}
    found = idle_in(rosa(40_000, **WITH_SPOUSE, credits=saved) | {"spouse": spouse})
    assert said(found[SAVED]).startswith("Of this, $2,000 counts.")


@pytest.mark.parametrize("tax_year", tax.YEARS)
def test_what_counts_is_never_more_than_what_was_typed(tax_year: int) -> None:
    found = 0
    for case in (case for scenario in SCENARIOS for case in oracle(scenario)):
        here = tax.compute(tax.parse_return(case | {"tax_year": tax_year}))
        for field in ("itemized.medical_expenses", LOAN, CARE, SAVED, "itemized.state_local_income_tax"):
            if not here.unsupported and (why := why_in_part(field, here.given.answer(field), here, idle=())):
                found += 1
                assert 0 < why[0].amounts["counted"] < why[0].amounts["amount"]
                assert len(why) > 1
    assert found
