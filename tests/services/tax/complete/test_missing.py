"""Have we asked enough to know it? A question is open only while an answer to it could change the result.

scenarios.csv is the table of people and the questions that are still open for them. The second half tries it out:
every answer to every unasked question, on the returns of the independent model.
"""

import csv
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from services import words
from services.tax import Method, Missing, compute, parse_return
from tests.services.tax.returns import SCENARIOS, computed, oracle
from tests.services.tax.scenarios import return_of

with Path(__file__).with_name("scenarios.csv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table))
AGES = (17, 30, 64, 65, 90)
ANSWERS: dict[Missing, tuple[tuple[str, ...], tuple[Any, ...]]] = {
    Missing.AGE: (("taxpayer", "age"), AGES),
    Missing.SPOUSE_AGE: (("spouse", "age"), AGES),
    Missing.FULL_TIME_STUDENT: (("taxpayer", "full_time_student"), (True, False)),
    Missing.EARNED_HALF: (("taxpayer", "earned_half_of_support"), (True, False)),
    Missing.PARENT_ALIVE: (("taxpayer", "parent_alive"), (True, False)),
    Missing.LIVED_APART: (("lived_apart_all_year",), (True, False)),
    Missing.SERVICE_TRADE: (("specified_service_trade",), (True, False)),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["who"])
def test_the_open_questions_are_those_of_the_table(case: dict[str, str]) -> None:
    expected = {f"tax.missing.{name}" for name in case["open questions"].split()}
    assert set(computed(**return_of(case)).missing) == expected


@pytest.mark.parametrize("question", Missing)
def test_an_open_question_can_be_asked_in_words(question: Missing) -> None:
    assert words.sentence(question).rstrip().endswith((".", "?"))
    assert question in ANSWERS


def without(case: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    """The return with one question not answered."""
    left = deepcopy(case)
    part = left if len(path) == 1 else left.get(path[0]) or {}
    part.pop(path[-1], None)
    return left


def outcomes(case: dict[str, Any], path: tuple[str, ...], answers: tuple[Any, ...]) -> Iterator[object]:
    """What the return comes to with each answer: an amount, or the reasons why there is none."""
    for answer in answers:
        other = deepcopy(case)
        part = other if len(path) == 1 else other[path[0]]
        part[path[-1]] = answer
        result = compute(parse_return(other), method=Method.EXACT)
        yield result.unsupported or result.outcome


def may_be_asked(question: Missing, case: dict[str, Any]) -> bool:
    """Some questions are only for some people."""
    if question is Missing.LIVED_APART:
        return bool(case["filing_status"] == "married_separate")
    return question is not Missing.SPOUSE_AGE or bool(case.get("spouse"))


@pytest.mark.parametrize("question", Missing)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_question_that_could_change_the_result_is_never_left_unasked(scenario: str, question: Missing) -> None:
    path, answers = ANSWERS[question]
    for case in oracle(scenario):
        if not may_be_asked(question, case):
            continue
        open_case = without(case, path)
        if len(set(outcomes(open_case, path, answers))) > 1:
            assert question in compute(parse_return(open_case), method=Method.EXACT).missing, case["id"]


@pytest.mark.parametrize("question", Missing)
def test_an_answered_question_is_not_asked_again(question: Missing) -> None:
    for scenario in SCENARIOS:
        for case in oracle(scenario):
            answered = case | {"specified_service_trade": False}
            assert question not in compute(parse_return(answered)).missing
