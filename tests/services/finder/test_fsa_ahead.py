"""An account at work is told of without a planned cost, where two computed returns show that it helps."""

from datetime import date
from typing import Any

import pytest

from services.finder import Suggestion, YearAhead, fsa_for_care, fsa_for_health, parse_case
from services.tax import Method
from tests.services.finder.cases import NOVEMBER, case

WORKER: dict[str, Any] = {"taxpayer": {"age": 40, "wages": 60_000}}
PARENT: dict[str, Any] = {
    "filing_status": "head_of_household",
    "taxpayer": {"age": 40, "wages": 120_000},
    "dependents": [{"age": 5}],
    "credits": {"dependent_care_expenses": 9_000},
}
EXAMPLE = 1_000_00


def health(today: date = NOVEMBER, household: dict[str, Any] | None = None, **fields: Any) -> Suggestion | None:
    told = parse_case(case(household=household, **fields))
    return fsa_for_health(YearAhead(told.return_, Method.EXACT, today), told.household, example=EXAMPLE)


def care(today: date = NOVEMBER, **fields: Any) -> Suggestion | None:
    return fsa_for_care(YearAhead(parse_case(case(**fields)).return_, Method.EXACT, today))


def codes(idea: Suggestion | None) -> list[str]:
    assert idea
    return [reason.code.rpartition(".")[2] for reason in idea.assuming]


def test_who_has_no_cost_reads_what_an_example_would_give() -> None:
    """1,000 less pay at 12%."""
    idea = health(**WORKER)
    assert idea
    assert (idea.what.amounts, idea.what.figures) == ({"amount": 1_000_00, "gain": 120_00}, {"year": "2026"})
    asked = ["offered_at_work", "fsa_limit", "fsa_chosen_before", "same_next_year", "without_payroll_tax"]
    assert codes(idea) == ["example", "no_hsa", *asked]
    [limit] = [reason for reason in idea.assuming if reason.amounts.get("limit")]
    assert (limit.amounts["limit"], limit.figures["year"]) == (3_400_00, "2026")


@pytest.mark.parametrize(("chosen", "amount"), [(0, 3_400_00), (400, 3_000_00)])
def test_costs_of_this_year_are_taken_up_to_the_limit(chosen: int, amount: int) -> None:
    idea = health(household={"fsa_chosen": chosen}, itemized={"medical_expenses": 9_000}, **WORKER)
    assert idea
    assert idea.what.amounts == {"amount": amount, "gain": amount * 12 // 100}
    assert codes(idea)[0] == "costs_again"


def test_once_a_year_has_begun_the_account_is_for_the_next_one_and_the_law_that_is_used_is_said() -> None:
    idea = health(date(2026, 2, 3), **WORKER)
    assert idea
    assert idea.what.figures == {"year": "2027"}
    assert "law_of" in codes(idea)


def test_an_account_for_health_is_not_told_of_where_it_can_not_help() -> None:
    assert health(household={"health_plan": "high_deductible_self"}, **WORKER) is None
    assert health(household={"hsa_paid_in": 100}, **WORKER) is None
    assert health(adjustments={"hsa_deduction": 500}, **WORKER) is None
    assert health(taxpayer={"age": 40, "wages": 8_000}) is None, "there is no tax, and the credit would shrink"
    assert health(taxpayer={"age": 40, "self_employment_net_profit": 60_000}) is None
    assert health(situations=["rent"], **WORKER) is None


def test_the_pay_of_the_one_with_more_of_it_is_lowered() -> None:
    pair: dict[str, Any] = {
        "filing_status": "married_joint",
        "taxpayer": {"age": 40},
        "spouse": {"age": 40, "wages": 60_000},
    }
    idea = health(**pair)
    assert idea
    assert idea.gain == 120_00


def test_an_account_for_care_counts_the_credit_that_is_lost() -> None:
    """7,500 at 22% are 1,650; the credit of 20% of 3,000 goes."""
    idea = care(**PARENT)
    assert idea
    assert idea.what.amounts == {"amount": 7_500_00, "gain": 1_050_00}
    assert codes(idea)[:2] == ["care_again", "smaller_credit"]


def test_an_account_for_care_is_not_told_of_where_the_credit_gives_more() -> None:
    """At 60,000 the credit is 35% of 3,000, and 7,500 at 12% are less."""
    assert care(**PARENT | {"taxpayer": {"age": 40, "wages": 60_000}}) is None


@pytest.mark.parametrize(
    "otherwise",
    [
        {"dependents": [{"age": 12}]},
        {"dependents": []},
        {"credits": {}},
        {"filing_status": "married_joint", "spouse": {"age": 40}},
        {"situations": ["rent"]},
    ],
    ids=["the child is too old then", "nobody", "no care", "a spouse without pay", "not worked out"],
)
def test_an_account_for_care_needs_care_and_pay_of_everybody(otherwise: dict[str, Any]) -> None:
    assert care(**PARENT | otherwise) is None


def test_who_files_separately_has_half_of_the_limit_for_care() -> None:
    """3,750 at 22%; there is no credit that could shrink."""
    idea = care(**PARENT | {"filing_status": "married_separate"})
    assert idea
    assert idea.what.amounts == {"amount": 3_750_00, "gain": 825_00}
