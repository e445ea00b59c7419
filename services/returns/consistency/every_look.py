"""Every question about an odd answer that nobody has answered yet: beside its field, and among what is open."""

from decimal import Decimal
from typing import NamedTuple

from services.returns.answers import Answers
from services.returns.consistency.ceilings import above_for_these_people
from services.returns.consistency.confirmed import is_confirmed
from services.returns.consistency.second_looks import TOLD_TWICE, TYPED_TWICE, odd_answers, second_looks
from services.returns.consistency.typed_twice import TypedTwice, typed_twice
from services.returns.questions import TOPICS, Question, Topic, is_asked, matters
from services.tax import Note

_COVERED = {
    Note.DISABILITY_ABOVE_INCOME: {"second_look.disability_income"},
    Note.TIPS_ABOVE_PAY: {"second_look.tips", "second_look.overtime"},
    Note.WITHHELD_ABOVE_INCOME: {
        "second_look.withheld",
        "second_look.swapped",
        "second_look.half_of_pay",
        "second_look.withheld_on_form",
    },
}
"""What the engine notes of totals, and the questions about a field that ask the same."""
_QUESTIONS: dict[str, tuple[Topic, Question]] = {
    question.path: (topic, question) for topic in TOPICS for question in topic.questions
}


class Look(NamedTuple):
    """The path of an answer, the code of the question about it, and what it names: two amounts, or a limit."""

    path: str
    code: str
    about: TypedTwice | Decimal | None = None


def every_look(answers: Answers, tax_year: int) -> tuple[Look, ...]:
    """Every question that stands beside a field: one at a time, the weightier first. A limit is asked about last."""
    twice = {place: each for each in typed_twice(answers) for place in (each.box, each.total)}
    found = [
        Look(path, code, twice.get(path) if code in {TYPED_TWICE, TOLD_TWICE} else None)
        for path, code in second_looks(answers).items()
    ]
    limits = (Look(*each) for each in above_for_these_people(answers, tax_year))
    first: dict[str, Look] = {}
    for each in (*found, *(limit for limit in limits if not is_confirmed(answers, limit.path, limit.code))):
        first.setdefault(each.path, each)
    return tuple(first.values())


def open_looks(answers: Answers, tax_year: int) -> tuple[Look, ...]:
    """The same for a list: of a total that forms tell too, once, and none whose field this person does not see."""
    return tuple(
        each for each in every_look(answers, tax_year) if each.code != TOLD_TWICE and _is_seen(answers, each.path)
    )


def covered_notes(answers: Answers) -> frozenset[Note]:
    """What the engine would note and is asked about beside a field, so that it is asked once and can be confirmed."""
    asked = set(odd_answers(answers).values())
    return frozenset(note for note, codes in _COVERED.items() if codes & asked)


def _is_seen(answers: Answers, path: str) -> bool:
    if path.startswith("forms."):
        return True
    topic, question = _QUESTIONS[path]
    return matters(topic.when, answers) and is_asked(question, answers)
