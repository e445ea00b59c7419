"""The questions of an estimate, topic by topic. Those of things that most people do not have wait behind a line."""

from collections.abc import Callable, Mapping

from nicegui.element import Element

from components.disclosure import disclosure
from components.layout import column, section
from components.prose import paragraph
from services.returns import Estimate
from services.returns.answers import Answers, answer_at
from services.returns.questions import TOPICS, Question, Topic, When, matters
from services.words import known, sentence
from ui.estimate.question_field import Commit, question_field


class Topics:
    """Draws every topic once; `show` hides what does not matter for this person.

    `saving(path)` keeps one answer. `inside` draws what a topic has besides its questions, by its name.
    """

    def __init__(
        self, estimate: Estimate, *, saving: Callable[[str], Commit], inside: Mapping[str, Callable[[], None]]
    ) -> None:
        self._answers, self._saving, self._inside = estimate.answers, saving, inside
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
        with column() as drawn:
            self._only_for.append((question.when, drawn))
            value = answer_at(self._answers, question.path)
            question_field(question, path=question.path, value=value, on_commit=self._saving(question.path))


def _opened_by_a_line(topic: Topic, answers: Answers) -> Element:
    answered = any(answer_at(answers, question.path) is not None for question in topic.questions)
    return disclosure(sentence(f"topic.{topic.name}.open"), opened=answered)
