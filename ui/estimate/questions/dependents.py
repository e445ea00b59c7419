"""The people who depend on the filer: one group of questions each, added and removed in place."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from nicegui.element import Element

from components.button import button
from components.layout import column, row, section
from components.live_region import announce
from components.prose import paragraph
from services.returns.answers import Dependent
from services.returns.questions import DEPENDENT_QUESTIONS, Question, asked_about
from services.words import sentence
from ui.answers.asked import Ask
from ui.answers.list_of import ListOf, Removal
from ui.answers.removed import Removed
from ui.estimate.questions.question_field import question_field


class Dependents:
    """`ask(path, draw)` draws a question, `changes` is what can be done with the list; `show` draws it."""

    def __init__(self, tax_year: int, *, ask: Ask, changes: ListOf) -> None:
        self._tax_year, self._ask, self._changes = tax_year, ask, changes
        self._shown: list[UUID] = []
        self._drawn_of: dict[UUID, Element] = {}
        self._places: dict[UUID, dict[Question, Element]] = {}
        self._nobody = paragraph("Nobody is added yet.", soft=True)
        self._people = column()
        self._removed = Removed()
        button("Add a person", kind="quiet", on_press=changes.adding(self._to_newest))

    def show(self, dependents: Sequence[Dependent]) -> None:
        """Bring the list up to date. Those who are drawn already stay as they are, unless somebody was removed."""
        before, self._shown = self._shown, [dependent.id for dependent in dependents]
        self._nobody.set_visibility(not dependents)
        gone = self._changes.removed_elsewhere(before, self._shown)
        self._removed.show_elsewhere(gone, now=self._shown)
        if before != self._shown[: len(before)]:
            self._people.clear()
            before = []
        with self._people:
            for number, dependent in enumerate(dependents[len(before) :], start=len(before) + 1):
                self._drawn_of[dependent.id] = self._person(number, dependent)
        for dependent in dependents:
            asked = asked_about(dependent, self._tax_year)
            for question, place in self._places[dependent.id].items():
                place.set_visibility(question in asked)

    def _to_newest(self) -> None:
        self._removed.clear()
        self._drawn_of[self._shown[-1]].run_method("focus")
        announce(f"Person {len(self._shown)} is added. Fill in the questions about them.")

    def _to_way_back(self, gone: Removal) -> None:
        name = sentence("removed.person", number=gone.place + 1)
        self._removed.say(name, put_back=self._changes.putting_back(gone, lambda: self._to_one_back(gone.one.id)))

    def _to_one_back(self, dependent_id: UUID) -> None:
        self._removed.clear()
        self._drawn_of[dependent_id].run_method("focus")
        number = self._shown.index(dependent_id) + 1
        announce(sentence("removed.back", name=sentence("removed.person", number=number)))

    def _person(self, number: int, dependent: Dependent) -> Element:
        with section(f"Person {number}", level=4) as drawn:
            drawn.props["tabindex"] = "-1"
            self._places[dependent.id] = {each: self._question(each, dependent) for each in DEPENDENT_QUESTIONS}
            with row():
                remove = self._changes.removing(dependent.id, self._to_way_back)
                button(f"Remove person {number}", kind="quiet", on_press=remove)
        return drawn

    def _question(self, question: Question, dependent: Dependent) -> Element:
        path, words = f"dependents.{dependent.id}.{question.path}", f"question.dependent.{question.path}"
        return self._ask(path, partial(question_field, question, path=path, words=words))
