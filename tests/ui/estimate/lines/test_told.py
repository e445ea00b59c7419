"""Whatever a line of the worksheet comes from, the person reads what they told for it, and is led to where they did."""

from uuid import UUID

import pytest

from db.values.returns import FilingStatus
from services.returns.answers import Answers
from services.returns.estimate import Estimate
from services.tax.inputs import INPUTS
from tests.services.returns.questions import all_answered
from ui.estimate.lines.told import ToldFor

_NOT_ASKED = {
    "adjustments.student_loan_interest",
    "itemized.impairment_related_work_expenses",
    "situations",
    *(f"{who}.{pay}_wages" for who in ("taxpayer", "spouse") for pay in ("social_security", "medicare")),
}
"""What a partner gives, what comes from the page of costs, what no line reads, and what only forms tell."""


def _told(answers: Answers) -> ToldFor:
    return ToldFor(Estimate(UUID(int=1), 2025, 1, answers, [], None), place_of=lambda path: path)


@pytest.mark.parametrize("status", FilingStatus)
def test_each_input_of_a_line_is_told_with_its_place(status: FilingStatus) -> None:
    told = {path: list(_told(all_answered(status)).at(path)) for path in INPUTS}
    assert {path for path, entries in told.items() if not entries} == _NOT_ASKED
    assert all(entry.label and entry.to for entries in told.values() for entry in entries)


def test_where_nothing_was_told_nothing_breaks() -> None:
    for path in INPUTS:
        list(_told(Answers()).at(path))


def test_college_costs_are_told_for_each_student_by_name_or_number() -> None:
    path = "credits.american_opportunity_expenses"
    joint, single = all_answered(FilingStatus.MARRIED_JOINT), all_answered(FilingStatus.SINGLE)
    assert [entry.label for entry in _told(joint).at(path)] == [
        "Your first four years of college: box 1 less box 5",
        "Your spouse’s first four years of college: box 1 less box 5",
        "Maya: College costs: form 1098-T, box 1 less box 5",
    ]
    assert [entry.label for entry in _told(joint).at("dependents")] == ["Maya, who depends on you"]
    assert [entry.to for entry in _told(single).at(path)] == [
        "taxpayer.american_opportunity_expenses",
        f"dependents.{single.dependents[0].id}.american_opportunity_expenses",
    ]
