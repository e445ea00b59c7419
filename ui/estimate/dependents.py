"""The people who depend on the filer: one group of questions each, added and removed in place."""

from collections.abc import Callable, Sequence
from uuid import UUID

from nicegui.element import Element

from components.button import Press, button
from components.layout import column, row, section
from components.live_region import announce
from components.prose import paragraph
from services.returns.answers import Dependent
from services.returns.questions import DEPENDENT_QUESTIONS
from ui.estimate.question_field import Commit, question_field


class Dependents:
    """`saving(path)` keeps one answer, `add` and `remove(id)` change the list; `show` draws it."""

    def __init__(self, *, saving: Callable[[str], Commit], add: Press, remove: Callable[[UUID], Press]) -> None:
        self._saving, self._remove = saving, remove
        self._shown: list[UUID] | None = None
        self._nobody = paragraph("Nobody is added yet.", soft=True)
        self._people = column()
        self._add = button("Add a person", kind="quiet", on_press=add)

    def show(self, dependents: Sequence[Dependent]) -> None:
        """Draw the list. One more is drawn below the others and gets the focus; after a removal "Add a person" does."""
        before, self._shown = self._shown, [dependent.id for dependent in dependents]
        self._nobody.set_visibility(not dependents)
        if before is None:
            self._drawn(0, dependents)
        elif before == self._shown[: len(before)]:
            self._show_added(len(before), dependents[len(before) :])
        else:
            self._people.clear()
            self._drawn(0, dependents)
            announce("The person is removed.")
            self._add.run_method("focus")

    def _show_added(self, first: int, added: Sequence[Dependent]) -> None:
        for drawn in self._drawn(first, added)[-1:]:
            drawn.run_method("focus")
            announce(f"Person {first + len(added)} is added. Fill in the questions about them.")

    def _drawn(self, first: int, dependents: Sequence[Dependent]) -> list[Element]:
        with self._people:
            return [self._person(number, dependent) for number, dependent in enumerate(dependents, start=first + 1)]

    def _person(self, number: int, dependent: Dependent) -> Element:
        with section(f"Person {number}", level=3) as drawn:
            drawn.props["tabindex"] = "-1"
            for question in DEPENDENT_QUESTIONS:
                path = f"dependents.{dependent.id}.{question.path}"
                value = getattr(dependent, question.path)
                question_field(question, path=path, value=value, on_commit=self._saving(path))
            with row():
                button(f"Remove person {number}", kind="quiet", on_press=self._remove(dependent.id))
        return drawn
