"""The questions of an estimate, topic by topic. Those of things that most people do not have wait behind a line."""

from collections.abc import Callable, Mapping
from functools import partial

from nicegui.element import Element

from components.disclosure import disclosure
from components.layout import column, section
from components.prose import paragraph
from services.returns import Estimate
from services.returns.answers import Answers, answer_at
from services.returns.questions import TOPICS, Question, Topic, When, matters
from services.words import known, sentence
from ui.answers.asked import Ask
from ui.estimate.question_field import question_field


class Topics:
    """Draws every topic once; `show` hides what does not matter for this person.

    `ask(path, draw)` draws what asks for one answer. `inside` draws what else a topic has, by the topic's name.
    """

    def __init__(self, estimate: Estimate, *, ask: Ask, inside: Mapping[str, Callable[[], None]]) -> None:
        self._answers, self._ask, self._inside = estimate.answers, ask, inside
        self._only_for: list[tuple[When, Element]] = []
        for topic in TOPICS:
            self._draw(topic)

    def show(self, estimate: Estimate) -> None:
        """Show the topics and questions that matter now, and hide the others."""
        for when, drawn in self._only_for:
            drawn.set_visibility(matters(when, estimate.answers))

    def _draw(self, topic: Topic) -> None:
        with section(sentence(f"topic.{topic.name}.title")) as drawn:
            self._only_for.append((topic.when, drawn))
            if known(f"topic.{topic.name}.hint"):
                paragraph(sentence(f"topic.{topic.name}.hint"), soft=True)
            with _opened_by_a_line(topic, self._answers) if topic.only_if_opened else column():
                for question in topic.questions:
                    self._question(question)
            if topic.name in self._inside:
                self._inside[topic.name]()

    def _question(self, question: Question) -> None:
        place = self._ask(question.path, partial(question_field, question, path=question.path))
        self._only_for.append((question.when, place))


def _opened_by_a_line(topic: Topic, answers: Answers) -> Element:
    answered = any(answer_at(answers, question.path) is not None for question in topic.questions)
    return disclosure(sentence(f"topic.{topic.name}.open"), opened=answered)
