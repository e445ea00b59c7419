"""What a person can say, and what is refused because it can't be an answer."""

from datetime import date
from decimal import Decimal

import pytest

from services import words
from services.errors import Invalid
from services.returns.answers import Answers, answer_at, put_answer
from services.returns.questions import DEPENDENT_QUESTIONS, TOPICS, Question, Topic
from services.returns.reckoning import missing_for_an_estimate
from tests.services.returns.questions import QUESTIONS


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("taxpayer.wages", Decimal(-1), "answer.too_small"),
        ("taxpayer.wages", Decimal("1e12"), "answer.too_large"),
        ("taxpayer.wages", Decimal("1.001"), "answer.cents_only"),
        ("taxpayer.self_employment_net_profit", Decimal(-1), "tax.input.business_loss"),
        ("taxpayer.self_employment_net_profit", Decimal("1e12"), "answer.too_large"),
        ("situations.rent", "a little", "answer.not_usable"),
        ("situations.shoes", True, "answer.unknown_question"),
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


def test_what_was_saved_before_a_question_was_asked_can_still_be_read() -> None:
    before = {"filing_status": "single", "taxpayer": {"wages": "31200"}, "credits": {"dependent_care_expenses": "5"}}
    told = Answers.model_validate(before)
    assert told.special_deductions.qualified_tips is None
    assert told.model_dump(mode="json", exclude_none=True, exclude_defaults=True) == before


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.path)
def test_every_question_has_a_place_for_its_answer_and_words(question: Question) -> None:
    assert answer_at(Answers(), question.path) is None
    assert words.known(f"question.{question.path}.label")


@pytest.mark.parametrize("question", DEPENDENT_QUESTIONS, ids=lambda question: question.path)
def test_every_question_about_a_dependent_has_words(question: Question) -> None:
    assert words.known(f"question.dependent.{question.path}.label")


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_every_section_has_words_and_so_have_its_parts(topic: Topic) -> None:
    assert words.known(f"topic.{topic.name}.title")
    assert words.known(f"topic.{topic.name}.open") is topic.only_if_opened
    assert all(words.known(f"topic.{topic.name}.{question.under}") for question in topic.questions if question.under)


@pytest.mark.parametrize("path", [*missing_for_an_estimate(Answers()), "spouse.date_of_birth"])
def test_what_is_missing_has_words(path: str) -> None:
    assert words.known(f"missing.{path}")
