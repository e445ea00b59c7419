"""From what a person says to what the engine computes with."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from db.values.returns import FilingStatus
from services import tax
from services.returns.answers import Adult, Answers, Dependent, put_answer
from services.returns.answers.forms import Holder
from services.returns.reckoning import age_of_adult, age_of_dependent, as_return, missing_for_an_estimate
from services.tax.inputs import INPUTS
from tests.services.returns.questions import all_answered

BORN = date(1988, 4, 12)
NOT_ASKED = {
    **{f"{who}.{pay}_wages": "forms W-2 tell it" for who in Holder for pay in ("social_security", "medicare")},
    "adjustments.student_loan_interest": "the interest that was paid is asked, and the engine limits it",
    "itemized.impairment_related_work_expenses": "comes from the page of costs for hearing, with the rules for each",
}
"""Fields of a return that the estimate page does not ask, and why."""


@pytest.mark.parametrize(
    ("born", "tax_year", "as_adult", "as_dependent"),
    [
        (date(1961, 1, 1), 2025, 65, 64),
        (date(1961, 1, 2), 2025, 64, 64),
        (date(1960, 12, 31), 2025, 65, 65),
        (date(2009, 1, 1), 2025, 17, 16),
        (date(2026, 3, 1), 2025, -1, 0),
    ],
)
def test_the_first_of_january_makes_an_adult_a_year_older_and_a_child_not(
    born: date, tax_year: int, as_adult: int, as_dependent: int
) -> None:
    assert (age_of_adult(born, tax_year), age_of_dependent(born, tax_year)) == (as_adult, as_dependent)


def test_nothing_said_needs_a_filing_status_a_birthday_and_an_amount() -> None:
    assert missing_for_an_estimate(Answers()) == ["filing_status", "taxpayer.date_of_birth", "taxpayer.wages"]


def test_a_joint_return_needs_the_birthdays_of_both_and_of_each_dependent() -> None:
    child, other = Dependent(), Dependent(date_of_birth=BORN)
    answers = Answers(filing_status=FilingStatus.MARRIED_JOINT, dependents=[child, other])
    answers.taxpayer.date_of_birth, answers.taxpayer.wages = BORN, Decimal(0)
    assert missing_for_an_estimate(answers) == ["spouse.date_of_birth", f"dependents.{child.id}.date_of_birth"]


@pytest.mark.parametrize(
    ("told", "is_enough"),
    [
        ({"itemized": {"mortgage_interest": 9000}}, False),
        ({"had": {"no_other_income": True}}, False),
        ({"everything_told": True}, False),
        ({"taxpayer": {"wages": 0}}, True),
        ({"income": {"social_security_benefits": 14000}}, True),
        ({"income": {"taxable_interest": 0}}, True),
        ({"payments": {"federal_income_tax_withheld": 100}}, False),
        ({"payments": {"estimated_tax_payments": 500}, "everything_told": True}, False),
        ({"spouse": {"wages": 40000}}, False),
        ({"filing_status": "married_joint", "spouse": {"date_of_birth": BORN, "wages": 40000}}, True),
        ({"forms": {"w2": [{"box_1": 31200}]}}, True),
        ({"forms": {"w2": [{"box_2": 3120}]}}, False),
        ({"forms": {"w2": [{"box_1": 31200, "whose": "spouse"}]}}, False),
        ({"forms": {"ssa_1099": [{"box_5": 14000}]}}, True),
        ({"forms": {"nec_1099": [{}]}, "taxpayer": {"business_costs": 300}}, False),
        ({"forms": {"nec_1099": [{"box_1": 100}]}, "taxpayer": {"business_costs": 300}}, True),
    ],
)
def test_a_result_begins_with_income_of_any_kind_or_none(told: dict[str, Any], is_enough: bool) -> None:
    herself = {"date_of_birth": BORN, **told.get("taxpayer", {})}
    missing = missing_for_an_estimate(Answers.model_validate({"filing_status": "single", **told, "taxpayer": herself}))
    assert missing == ([] if is_enough else ["taxpayer.wages"])


@pytest.mark.parametrize("status", list(FilingStatus))
def test_the_engine_takes_every_answer_that_the_page_asks_for(status: FilingStatus) -> None:
    assert tax.parse_return(as_return(all_answered(status), 2025))


def test_the_page_asks_for_every_field_of_a_return_but_a_few() -> None:
    joint, separate = FilingStatus.MARRIED_JOINT, FilingStatus.MARRIED_SEPARATE
    given = {
        name for status in (joint, separate) for name in tax.parse_return(as_return(all_answered(status), 2025)).given()
    }
    assert given == set(INPUTS) - set(NOT_ASKED)


def test_every_situation_of_the_engine_can_be_ticked() -> None:
    ticked = tax.parse_return(as_return(all_answered(FilingStatus.SINGLE), 2025)).answer("situations")
    assert {*ticked} == {*tax.Situation}


def test_what_was_not_said_is_left_out() -> None:
    answers = Answers(filing_status=FilingStatus.MARRIED_SEPARATE, taxpayer=Adult(date_of_birth=BORN))
    given = tax.parse_return(as_return(answers, 2025)).given()
    assert set(given) == {"filing_status", "taxpayer.age", "dependents", "situations"}


def test_a_box_that_was_ticked_by_mistake_and_cleared_does_not_count() -> None:
    answers = Answers(filing_status=FilingStatus.SINGLE, taxpayer=Adult(date_of_birth=BORN))
    answers.situations.rent = False
    assert as_return(answers, 2025)["situations"] == []


def test_each_student_has_an_amount_of_their_own() -> None:
    answers = all_answered(FilingStatus.MARRIED_JOINT)
    answers.dependents[0].american_opportunity_expenses = Decimal(4000)
    assert as_return(answers, 2025)["credits"]["american_opportunity_expenses"] == [10, 10, 4000]


@pytest.mark.parametrize(
    "path",
    [
        "spouse.wages",
        "credits.retirement_contributions_spouse",
        "lived_apart_all_year",
        "credits.disabled_access_expenditures",
        "specified_service_trade",
    ],
)
def test_what_the_page_does_not_ask_any_more_does_not_count(path: str) -> None:
    answers = all_answered(FilingStatus.SINGLE)
    put_answer(answers, "taxpayer.self_employment_net_profit", Decimal(0))
    assert path not in tax.parse_return(as_return(answers, 2025)).given()
