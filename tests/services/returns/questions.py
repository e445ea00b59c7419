"""Every question of the estimate page, with an answer that it takes."""

from datetime import date
from decimal import Decimal

from db.values.returns import FilingStatus
from services.returns.answers import Answers, Dependent, put_answer
from services.returns.questions import DEPENDENT_QUESTIONS, TOPICS, Kind, Question

QUESTIONS: tuple[Question, ...] = tuple(question for topic in TOPICS for question in topic.questions)
_ANSWERS: dict[Kind, object] = {
    Kind.DATE: date(1988, 4, 12),
    Kind.FILING_STATUS: FilingStatus.SINGLE,
    Kind.MONEY: Decimal("10.00"),
    Kind.TEXT: "Maya",
    Kind.TICK: True,
    Kind.YES_NO: True,
}


def answer_to(question: Question) -> object:
    """An answer that it takes."""
    return _ANSWERS[question.kind]


def all_answered(status: FilingStatus) -> Answers:
    """A return on which every question has an answer, those that this person is not asked too."""
    child = Dependent()
    answers = Answers(dependents=[child])
    for question in QUESTIONS:
        put_answer(answers, question.path, answer_to(question))
    for question in DEPENDENT_QUESTIONS:
        put_answer(answers, f"dependents.{child.id}.{question.path}", answer_to(question))
    answers.filing_status = status
    return answers
