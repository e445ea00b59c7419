"""The household is asked only what can change what is said about its costs."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from services.returns.answers import Answers
from services.returns.answers.costs import Cost, Household
from services.returns.costs.household import household_questions
from services.returns.costs.judging import judged_costs
from services.words import known

RECEIPTS = "household.taxpayer_business.receipts_year_before"
EMPLOYEES = "household.taxpayer_business.full_time_employees_year_before"
PLAN, PAID_IN = "household.health_plan", "household.hsa_paid_in"
FSA, CHOSEN = "household.fsa_at_work", "household.fsa_chosen"

CARE = {"category": "hearing_aids", "purpose": "care", "spent_on": "2025-03-03", "amount": "3000"}
PLANNED = {**CARE, "spent_on": "2026-03-03"}
FOR_CUSTOMERS = {
    "category": "interpreter",
    "purpose": "business",
    "spent_on": "2025-03-03",
    "amount": "3000",
    "business_for": "customers_or_employees",
}
SMALL, LARGE = ({"receipts_year_before": Decimal(amount)} for amount in (90_000, 2_000_000))
DURING, SOON_AFTER, LATE = date(2025, 11, 3), date(2026, 4, 15), date(2026, 4, 16)
FAMILY_PLAN = {"health_plan": "high_deductible_family"}


def _asked(cost: dict[str, Any], today: date, **household: Any) -> tuple[str, ...]:
    answers = Answers(costs=[Cost(**cost)], household=Household(**household))
    costs = judged_costs(answers, 2025, None, today=today)
    return household_questions(answers, costs, 2025, today=today)


@pytest.mark.parametrize(
    ("cost", "today", "household", "asked"),
    [
        ({}, DURING, {}, ()),
        (CARE, DURING, {}, (PLAN,)),
        (CARE, SOON_AFTER, {}, (PLAN,)),
        (CARE, LATE, {}, ()),
        (CARE, DURING, FAMILY_PLAN, (PLAN, PAID_IN)),
        ({**CARE, "paid_by": "insurance"}, DURING, {}, ()),
        (PLANNED, DURING, {}, (PLAN, FSA)),
        (PLANNED, DURING, {"fsa_at_work": True}, (PLAN, FSA, CHOSEN)),
        (PLANNED, DURING, FAMILY_PLAN, (PLAN,)),
        (PLANNED, SOON_AFTER, {}, ()),
        (FOR_CUSTOMERS, LATE, {}, (RECEIPTS,)),
        (FOR_CUSTOMERS, LATE, {"taxpayer_business": SMALL}, (RECEIPTS,)),
        (FOR_CUSTOMERS, LATE, {"taxpayer_business": LARGE}, (RECEIPTS, EMPLOYEES)),
        ({**FOR_CUSTOMERS, "business_for": "owner", "used_privately": False}, LATE, {}, ()),
    ],
)
def test_a_question_is_asked_only_where_it_matters(
    cost: dict[str, Any], today: date, household: dict[str, Any], asked: tuple[str, ...]
) -> None:
    assert _asked(cost, today, **household) == asked


@pytest.mark.parametrize("path", [RECEIPTS, EMPLOYEES, PLAN, PAID_IN, FSA, CHOSEN])
def test_a_question_about_the_household_has_words(path: str) -> None:
    assert known(f"{path}.label")
    assert known(f"{path.replace('taxpayer', 'spouse')}.label")
