"""The questions of an estimate, topic by topic. Those of things that most people do not have wait behind a line."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby

from nicegui.element import Element

from components.contents import Contents
from components.disclosure import disclosure
from components.form_picture import form_picture
from components.form_picture.w2 import W2
from components.layout import column, section
from components.prose import paragraph
from services.returns import Estimate
from services.returns.answers import Answers, answer_at
from services.returns.questions import CHAPTERS, Question, Topic, When, matters
from services.words import known, sentence
from ui.answers.asked import Ask
from ui.estimate.question_field import question_field
from ui.estimate.second_looks import SecondLooks

_LIT = {"w2": ("1", "2")}


class Topics:
    """Draws every topic once, in its chapter, and adds the chapters to `contents`.

    `show` hides what does not matter for this person, and asks about odd answers.

    `ask(path, draw)` draws what asks for one answer. `inside` draws what else a topic has, by the topic's name.
    """

    def __init__(
        self, estimate: Estimate, *, contents: Contents, ask: Ask, inside: Mapping[str, Callable[[], None]]
    ) -> None:
        self._answers, self._ask, self._inside = estimate.answers, ask, inside
        self._only_for: list[tuple[When, Element]] = []
        self._second_looks = SecondLooks()
        for chapter in CHAPTERS:
            title = sentence(f"chapter.{chapter.name}")
            with section(title) as drawn:
                for topic in chapter.topics:
                    self._draw(topic)
            contents.add(title, drawn.html_id)

    def show(self, estimate: Estimate) -> None:
        """Bring what is drawn up to date; what is drawn later is then drawn for these answers."""
        self._answers = estimate.answers
        for when, drawn in self._only_for:
            drawn.set_visibility(matters(when, estimate.answers))
        self._second_looks.show(estimate.answers)

    def _draw(self, topic: Topic) -> None:
        with section(sentence(f"topic.{topic.name}.title"), level=3) as drawn:
            self._matters(topic.when, drawn)
            fill = partial(self._content, topic)
            if topic.only_if_opened:
                opened = _is_answered(topic, self._answers)
                summary, drafts = sentence(f"topic.{topic.name}.open"), _drafts_of(topic)
                disclosure(summary, opened=opened, fill=fill, drafts_in=drafts)
            else:
                fill()
            if topic.name in self._inside:
                self._inside[topic.name]()

    def _content(self, topic: Topic) -> None:
        if known(f"topic.{topic.name}.hint"):
            paragraph(sentence(f"topic.{topic.name}.hint"), soft=True)
        if topic.name in _LIT:
            form_picture(W2, _LIT[topic.name])
        for under, questions in groupby(topic.questions, key=lambda question: question.under):
            with section(sentence(f"topic.{topic.name}.{under}"), level=4) if under else column():
                for question in questions:
                    self._question(question, draft_key=f"{_drafts_of(topic)}{question.path}")

    def _question(self, question: Question, *, draft_key: str) -> None:
        place = self._ask(question.path, partial(question_field, question, path=question.path, draft_key=draft_key))
        self._matters(question.when, place)
        self._second_looks.stand_in(place, question.path)

    def _matters(self, when: When, drawn: Element) -> None:
        if when is not When.ALWAYS:
            drawn.set_visibility(matters(when, self._answers))
            self._only_for.append((when, drawn))


def _is_answered(topic: Topic, answers: Answers) -> bool:
    return any(answer_at(answers, question.path) is not None for question in topic.questions)


def _drafts_of(topic: Topic) -> str:
    return f"{topic.name}."
