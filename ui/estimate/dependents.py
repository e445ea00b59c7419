"""The people who depend on the filer: one group of questions each, added and removed in place."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from nicegui.element import Element

from components.button import Press, button
from components.layout import column, row, section
from components.live_region import announce
from components.prose import paragraph
from services.returns.answers import Dependent
from services.returns.questions import DEPENDENT_QUESTIONS
from ui.answers.asked import Ask
from ui.estimate.question_field import question_field


class Dependents:
    """`ask(path, draw)` draws what asks for one answer, `add` and `remove(id)` change the list; `show` draws it."""

    def __init__(self, *, ask: Ask, add: Press, remove: Callable[[UUID], Press]) -> None:
        self._ask, self._remove = ask, remove
        self._shown: list[UUID] = []
        self._newest: Element | None = None
        self._nobody = paragraph("Nobody is added yet.", soft=True)
        self._people = column()
        self._add = button("Add a person", kind="quiet", on_press=add)

    def show(self, dependents: Sequence[Dependent]) -> None:
        """Bring the list up to date. Those who are drawn already stay as they are, unless somebody was removed."""
        before, self._shown = self._shown, [dependent.id for dependent in dependents]
        self._nobody.set_visibility(not dependents)
        if before != self._shown[: len(before)]:
            self._people.clear()
            before = []
        for drawn in self._drawn(len(before), dependents[len(before) :]):
            self._newest = drawn

    def to_newest(self) -> None:
        """The person who was added gets the focus."""
        if self._newest:
            self._newest.run_method("focus")
            announce(f"Person {len(self._shown)} is added. Fill in the questions about them.")

    def to_add(self) -> None:
        """What had the focus is gone, so "Add a person" gets it."""
        announce("The person is removed.")
        self._add.run_method("focus")

    def _drawn(self, first: int, dependents: Sequence[Dependent]) -> list[Element]:
        with self._people:
            return [self._person(number, dependent) for number, dependent in enumerate(dependents, start=first + 1)]

    def _person(self, number: int, dependent: Dependent) -> Element:
        with section(f"Person {number}", level=3) as drawn:
            drawn.props["tabindex"] = "-1"
            for question in DEPENDENT_QUESTIONS:
                path = f"dependents.{dependent.id}.{question.path}"
                self._ask(path, partial(question_field, question, path=path))
            with row():
                button(f"Remove person {number}", kind="quiet", on_press=self._remove(dependent.id))
        return drawn
