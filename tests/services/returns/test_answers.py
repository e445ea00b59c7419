"""From what a person says to what the engine computes with."""

from datetime import date
from decimal import Decimal

import pytest

from db.values import FilingStatus
from services import tax, words
from services.errors import Invalid
from services.returns.answers import Adult, Answers, Dependent, answer_at, put_answer
from services.returns.questions import DEPENDENT_QUESTIONS, TOPICS
from services.returns.reckoning import age_of_adult, age_of_dependent, as_return, missing_for_an_estimate

BORN = date(1988, 4, 12)


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


def test_nothing_said_needs_a_filing_status_and_a_birthday() -> None:
    assert missing_for_an_estimate(Answers()) == ["filing_status", "taxpayer.date_of_birth"]


def test_a_joint_return_needs_the_birthdays_of_both_and_of_each_dependent() -> None:
    child, other = Dependent(), Dependent(date_of_birth=BORN)
    answers = Answers(filing_status=FilingStatus.MARRIED_JOINT, dependents=[child, other])
    answers.taxpayer.date_of_birth = BORN
    assert missing_for_an_estimate(answers) == ["spouse.date_of_birth", f"dependents.{child.id}.date_of_birth"]


def test_what_was_said_about_a_spouse_is_left_out_of_a_return_of_one() -> None:
    answers = Answers(filing_status=FilingStatus.SINGLE, taxpayer=Adult(date_of_birth=BORN), spouse=Adult(blind=True))
    assert "spouse" not in as_return(answers, 2025)


@pytest.mark.parametrize("status", list(FilingStatus))
def test_the_engine_takes_every_answer_that_the_page_asks_for(status: FilingStatus) -> None:
    answers = Answers(filing_status=status, dependents=[Dependent()])
    for path in _every_path(answers):
        put_answer(answers, path, _some_value(path))
    answers.filing_status = status
    assert tax.parse_return(as_return(answers, 2025))


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("taxpayer.wages", Decimal(-1), "answer.too_small"),
        ("taxpayer.wages", Decimal("1e12"), "answer.too_large"),
        ("taxpayer.wages", Decimal("1.001"), "answer.cents_only"),
        ("taxpayer.date_of_birth", date(1899, 12, 31), "answer.born_too_early"),
        ("filing_status", "divorced", "answer.not_usable"),
        ("taxpayer.shoe_size", 42, "answer.unknown_question"),
    ],
)
def test_a_value_that_is_no_answer_is_refused_and_the_old_one_stays(path: str, value: object, code: str) -> None:
    answers = Answers()
    with pytest.raises(Invalid) as refused:
        put_answer(answers, path, value)
    assert (refused.value.field, refused.value.code) == (path, code)
    assert words.known(code)
    assert answers == Answers()


@pytest.mark.parametrize("path", ["dependents.7.date_of_birth", "dependents.x.date_of_birth", "nobody.wages"])
def test_a_question_that_is_not_there_any_more_is_a_plain_error(path: str) -> None:
    with pytest.raises(Invalid) as refused:
        put_answer(Answers(), path, None)
    assert refused.value.code == "answer.unknown_question"


@pytest.mark.parametrize("path", [question.path for topic in TOPICS for question in topic.questions])
def test_every_question_has_a_place_for_its_answer_and_words(path: str) -> None:
    assert answer_at(Answers(), path) is None
    assert words.known(f"question.{path}.label")


@pytest.mark.parametrize("path", [*missing_for_an_estimate(Answers()), "spouse.date_of_birth"])
def test_what_is_missing_has_words(path: str) -> None:
    assert words.known(f"missing.{path}")


def _every_path(answers: Answers) -> list[str]:
    [child] = answers.dependents
    of_dependents = [f"dependents.{child.id}.{question.path}" for question in DEPENDENT_QUESTIONS]
    return [question.path for topic in TOPICS for question in topic.questions] + of_dependents


def _some_value(path: str) -> object:
    if path.endswith("date_of_birth"):
        return BORN
    if path == "filing_status":
        return FilingStatus.SINGLE
    is_flag = path.rpartition(".")[2] in {
        *("blind", "can_be_claimed_as_dependent", "lived_apart_all_year"),
        *("full_time_student", "permanently_disabled"),
    }
    return is_flag or Decimal("10.00")
