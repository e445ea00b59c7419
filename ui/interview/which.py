"""One page asks in one go what somebody had of what most people do not have: a box for each, and one for none."""

from functools import partial
from typing import Any

from nicegui.element import Element

from components.checkbox import checkbox
from components.choice_group import Choice
from components.field import Commit
from components.layout import section
from components.prose import paragraph
from services.interview.chapters import Chapter
from services.interview.way import asked_which
from services.returns.answers import answer_at
from services.returns.estimate import Estimate
from services.returns.questions import is_answered
from services.returns.questions.in_words import which_in_words
from services.words import sentence
from ui.answers.asked import Ask


class Which:
    """Draws the boxes of a chapter once. The one for "none of these" is there while no other box is ticked."""

    def __init__(self, estimate: Estimate, chapter: Chapter, *, ask: Ask) -> None:
        self._chapter = chapter
        self._places: dict[str, Element] = {}
        with section(sentence("interview.which", year=estimate.tax_year)):
            paragraph(sentence("interview.which_hint"), soft=True)
            for name in asked_which(chapter):
                path = f"had.{name}"
                self._places[name] = ask(path, partial(_box, name, told=_is_told(estimate, chapter, name)))

    def show(self, estimate: Estimate) -> None:
        """Bring it up to date."""
        names = [name for name in self._places if name != self._chapter.none]
        is_any = any(answer_at(estimate.answers, f"had.{name}") for name in names)
        self._places[self._chapter.none].set_visibility(not is_any)


def _box(name: str, *, told: bool, value: Any, on_commit: Commit[bool]) -> None:
    hint = sentence("interview.told") if told else ""
    checkbox(Choice("on", which_in_words(name), hint=hint), value=bool(value), on_commit=on_commit, draft_key=name)


def _is_told(estimate: Estimate, chapter: Chapter, name: str) -> bool:
    topics = chapter.which.topics if chapter.which else ()
    return any(is_answered(topic, estimate.answers) for topic in topics if topic.name == name)
