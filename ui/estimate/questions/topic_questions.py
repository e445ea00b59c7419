"""The questions of one topic as fields, for every page that asks them: the estimate, and the guided interview."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby

from nicegui.element import Element

from components.form_picture import form_picture
from components.form_picture.papers import papers
from components.layout import column, section
from components.link import link
from components.prose import paragraph
from services.returns.estimate import Estimate
from services.returns.forms import counted
from services.returns.questions import Question, Topic, When, matters
from services.words import known, sentence
from ui.answers.asked import Ask
from ui.estimate.questions.question_field import question_field
from ui.estimate.questions.second_looks import SecondLooks
from ui.interview.addresses import question_path

Inside = Mapping[str, Callable[[], None]]
"""Draws what else a topic has, such as a list, by the topic's name."""
_TOTALS = {
    "w2": ("w2", ("1", "2")),
    "social_security": ("ssa_1099", ("5",)),
    "pensions": ("r_1099", ("2a",)),
    "unemployment": ("g_1099", ("1",)),
}
"""The form whose boxes a topic asks for as totals, and which."""


class TopicQuestions:
    """`draw` draws a topic where the caller is drawing, `draw_inside` what else it has.

    `show` hides what is not asked of this person, and asks about odd answers. `ask(path, draw)` draws what asks for
    one answer. `forms` draws the lists of forms of a place, by its name: a topic, or a heading in it. `level` is that
    of its headings. `second_looks` asks about odd answers.
    """

    def __init__(
        self, estimate: Estimate, *, ask: Ask, inside: Inside, forms: Inside, second_looks: SecondLooks, level: int
    ) -> None:
        self.answers, self._asks, self._tax_year = estimate.answers, estimate.asks, estimate.tax_year
        self._ask, self._inside, self._forms, self._level = ask, inside, forms, level
        self._only_for: list[tuple[When, Element]] = []
        self._asked: list[tuple[Question, Element]] = []
        self._of_totals: dict[str, Element] = {}
        self._ticks: dict[str, Element] = {}
        self._left_empty = estimate.left_empty
        self._way_to = partial(question_path, estimate)
        self._second_looks = second_looks

    def show(self, estimate: Estimate) -> None:
        """Bring what is drawn up to date; what is drawn later is then drawn for these answers."""
        self.answers, self._asks = estimate.answers, estimate.asks
        for when, drawn in self._only_for:
            drawn.set_visibility(matters(when, estimate.answers))
        for question, place in self._asked:
            place.set_visibility(self._asks(question))
        for kind in self._of_totals:
            self._show_picture(kind)
        self._left_empty = estimate.left_empty
        for path in self._ticks:
            self._show_tick(path)
        self._second_looks.show(estimate.answers, estimate.tax_year)

    def draw(self, topic: Topic) -> None:
        """What the topic is about, the form with the boxes that are meant, and its questions."""
        if known(f"topic.{topic.name}.hint"):
            paragraph(sentence(f"topic.{topic.name}.hint"), soft=True)
        if topic.name in _TOTALS:
            kind, lit = _TOTALS[topic.name]
            self._of_totals[kind] = form_picture(papers(self._tax_year)[kind], lit)
            self._show_picture(kind)
        for under, questions in groupby(topic.questions, key=lambda question: question.under):
            with section(sentence(f"topic.{topic.name}.{under}"), level=self._level) if under else column():
                for question in questions:
                    self._question(question, draft_key=f"{drafts_of(topic)}{question.path}")
                self._forms_of(f"{topic.name}.{under}")
        self._forms_of(topic.name)
        if topic.only_if_opened:
            self._way_to_tick(f"had.{topic.name}")

    def draw_inside(self, topic: Topic) -> None:
        """What else the topic has; nothing, for most of them."""
        if topic.name in self._inside:
            self._inside[topic.name]()

    def _way_to_tick(self, path: str) -> None:
        with paragraph(soft=True, small=True) as self._ticks[path]:
            link(sentence("interview.not_had"), self._way_to(path))
        self._show_tick(path)

    def _show_tick(self, path: str) -> None:
        """Only while it was ticked, and nothing is told."""
        self._ticks[path].set_visibility(path in self._left_empty)

    def _forms_of(self, place: str) -> None:
        if place in self._forms:
            self._forms[place]()

    def only_for(self, when: When, drawn: Element) -> None:
        """Show this only to those for whom it matters."""
        if when is not When.ALWAYS:
            drawn.set_visibility(matters(when, self.answers))
            self._only_for.append((when, drawn))

    def _show_picture(self, kind: str) -> None:
        """Not where forms are typed one by one: they have a picture of their own."""
        self._of_totals[kind].set_visibility(not counted(self.answers, kind))

    def _question(self, question: Question, *, draft_key: str) -> None:
        place = self._ask(question.path, partial(question_field, question, path=question.path, draft_key=draft_key))
        place.set_visibility(self._asks(question))
        self._asked.append((question, place))
        self._second_looks.stand_in(place, question.path)


def drafts_of(topic: Topic) -> str:
    """How the draft keys of a topic's fields begin."""
    return f"{topic.name}."
