"""Which chapters of the interview lack something: an answer that is needed or open, or any answer to what they ask."""

from collections.abc import Iterator

from services.interview.chapters import CHAPTERS, Chapter
from services.interview.way import asked_which, step_asking
from services.returns.answers import Answers
from services.returns.estimate import Estimate
from services.returns.forms import with_forms
from services.returns.questions import is_answered
from services.returns.still_open.places import asked_at
from services.returns.still_open.uncertainty import unsaid_pay


def lacking(estimate: Estimate) -> frozenset[str]:
    """The names of the chapters in which something is missing, is open, or was begun and left empty.

    Also of those that ask which of many things somebody had, and got no answer; "I looked at everything" is one.
    """
    steps = (step_asking(path) for path in _unsaid(estimate))
    asked_in = {step.name for step in steps if step}
    return frozenset(
        chapter.name
        for chapter in CHAPTERS
        if asked_in.intersection(step.name for step in chapter.steps) or not _is_said_which(chapter, estimate.answers)
    )


def _unsaid(estimate: Estimate) -> Iterator[str]:
    yield from estimate.missing
    left_empty = estimate.left_empty
    codes = estimate.uncertain if estimate.result else unsaid_pay(with_forms(estimate.answers), left_empty)
    for code in dict.fromkeys((*left_empty, *codes)):
        yield asked_at(estimate.answers, code)


def _is_said_which(chapter: Chapter, answers: Answers) -> bool:
    if chapter.which is None or answers.everything_told:
        return True
    ticked = any(getattr(answers.had, name) for name in asked_which(chapter))
    return ticked or any(is_answered(topic, answers) for topic in chapter.which.topics)
