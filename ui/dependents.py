"""The people who depend on the filer: one group of questions each, added and removed in place."""

from collections.abc import Callable, Sequence

from components.button import Press, button
from components.layout import column, section
from components.live_region import announce
from components.prose import paragraph
from services.returns.answers import Dependent
from services.returns.questions import DEPENDENT_QUESTIONS
from ui.question_field import Commit, question_field


class Dependents:
    """`saving(path)` keeps one answer, `add` and `remove(number)` change the list; `show` draws it."""

    def __init__(self, *, saving: Callable[[str], Commit], add: Press, remove: Callable[[int], Press]) -> None:
        self._saving, self._remove = saving, remove
        self._shown: int | None = None
        self._people = column()
        self._add = button("Add a person", kind="quiet", on_press=add)

    def show(self, dependents: Sequence[Dependent]) -> None:
        """Draw the list. One more is drawn below the others; after a removal the focus goes to "Add a person"."""
        before, self._shown = self._shown, len(dependents)
        if before is not None and before < len(dependents):
            self._draw(before, dependents[before:])
            announce(f"Person {len(dependents)} is added. Fill in the questions about them.")
            return
        self._people.clear()
        self._draw(0, dependents)
        if before is not None:
            announce("The person is removed.")
            self._add.run_method("focus")

    def _draw(self, first: int, dependents: Sequence[Dependent]) -> None:
        with self._people:
            for number, dependent in enumerate(dependents, start=first):
                self._person(number, dependent)
            if not dependents and not first:
                paragraph("Nobody is added yet.", soft=True)

    def _person(self, number: int, dependent: Dependent) -> None:
        with section(f"Person {number + 1}", level=3):
            for question in DEPENDENT_QUESTIONS:
                path = f"dependents.{number}.{question.path}"
                value = getattr(dependent, question.path)
                question_field(question, path=path, value=value, on_commit=self._saving(path))
            button(f"Remove person {number + 1}", kind="quiet", on_press=self._remove(number))
