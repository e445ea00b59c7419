"""Every question of the interview: some people reach it, and it counts. How easy it is to read is in tests/reading."""

from datetime import date
from decimal import Decimal

import pytest

from db.values.returns import FilingStatus
from services.errors import Invalid
from services.interview.chapters import CHAPTERS, STEPS, Shows
from services.interview.way import asked_which, is_on_the_way, step_asking
from services.returns.answers import Answers, Had, put_answer
from services.returns.questions import DEPENDENT_QUESTIONS, TOPICS, Kind, Question, is_asked
from services.returns.questions.in_words import question_in_words, which_in_words
from tests.services.interview.facts import everybody, outcome
from tests.services.returns.questions import QUESTIONS

NOT_OF_THE_RETURN = {"everything_told"}
"""It says that nothing else is open: services/returns/still_open reads it."""
ANSWERS: dict[Kind, list[object]] = {
    Kind.DATE: [date(1950, 1, 1)],
    Kind.FILING_STATUS: [FilingStatus.SINGLE, FilingStatus.MARRIED_SEPARATE],
    Kind.MONEY: [Decimal(9_000), Decimal(300)],
    Kind.TICK: [True],
    Kind.YES_NO: [True, False],
}
EVERYBODY = [(answers, outcome(answers)) for answers in everybody()]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.path)
def test_a_question_is_reached_by_somebody(question: Question) -> None:
    step = step_asking(question.path)
    assert step
    assert any(_reaches(question, answers) for answers, _ in EVERYBODY)


def _reaches(question: Question, answers: Answers) -> bool:
    """With all boxes ticked that are asked."""
    step, told = step_asking(question.path), answers.model_copy(deep=True)
    told.had = Had(**dict.fromkeys(Had.model_fields, True))
    return step is not None and is_on_the_way(step, told) and is_asked(question, told)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.path)
def test_an_answer_changes_a_line_of_somebody_or_says_what_we_cannot_work_out(question: Question) -> None:
    is_felt = any(_changes(question, answers, before) for answers, before in EVERYBODY)
    assert is_felt != (question.path in NOT_OF_THE_RETURN)


def _changes(question: Question, answers: Answers, before: object) -> bool:
    for answer in ANSWERS[question.kind]:
        told = answers.model_copy(deep=True)
        put_answer(told, question.path, answer)
        try:
            if outcome(told) != before:
                return True
        except Invalid:
            continue  # it does not fit the other answers of this person
    return False


def test_every_topic_is_asked_on_one_step_and_only_the_rare_ones_wait_for_a_tick() -> None:
    asked = [
        topic.name for step in STEPS.values() if step.shows in {Shows.TOPIC, Shows.REVIEW} for topic in step.topics
    ]
    assert sorted(asked) == sorted(topic.name for topic in TOPICS)
    rare = [topic.name for step in STEPS.values() if step.shows is Shows.WHICH for topic in step.topics]
    assert sorted(rare) == sorted(topic.name for topic in TOPICS if topic.only_if_opened)


def test_every_box_has_a_place_for_its_tick_and_words() -> None:
    boxes = [name for chapter in CHAPTERS for name in asked_which(chapter)]
    assert sorted(boxes) == sorted(Had.model_fields)
    assert all(which_in_words(name) for name in boxes)
    assert question_in_words("had.no_other_income") == "Other money that you got: none of these"
    assert len({question_in_words(f"had.{name}") for name in boxes}) == len(boxes)  # also away from their boxes
    assert {step_asking(f"had.{name}") for name in boxes} == {chapter.which for chapter in CHAPTERS if chapter.which}


def test_every_question_about_a_dependent_is_asked_on_the_step_of_the_family() -> None:
    for question in DEPENDENT_QUESTIONS:
        assert step_asking(f"dependents.x.{question.path}") is STEPS["dependents"]
