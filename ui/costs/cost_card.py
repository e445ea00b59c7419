"""One cost: its name, the questions about it, what is said about it, and a way to remove it."""

from collections.abc import Callable
from typing import Any

from nicegui.element import Element

from components.button import Press, button
from components.disclosure import disclosure
from components.layout import column, row
from components.native import element
from components.prose import heading
from services.finder import Category
from services.returns.costs import QUESTIONS, Cost, asked_about
from services.returns.judging import JudgedCost
from services.words import dollars, sentence
from ui.costs.answer_field import Commit, answer_field
from ui.costs.said import headline
from ui.costs.verdict import VerdictOnCost

Saving = Callable[[str], Commit]


class CostCard:
    """Drawn once. A question is drawn when it matters for the first time, and hidden while it does not matter.

    The number stays while other costs come and go, so nothing that a person has in view gets another name.
    """

    def __init__(self, number: int, cost: Cost, *, saving: Saving, remove: Press, estimate_path: str) -> None:
        self.number, self._saving, self._path = number, saving, f"costs.{cost.id}"
        self._said = ""
        with element("section", "card", tabindex="-1") as self.box:
            self._name = heading("", 3)
            self.box.props["aria-labelledby"] = self._name.html_id
            with disclosure(sentence("costs.questions", number=number)) as self._questions:
                self._places = {name: column() for name in QUESTIONS}
            self._verdict = VerdictOnCost(number, estimate_path)
            with row():
                button(sentence("costs.remove", number=number), kind="quiet", on_press=remove)
        self._asked: set[str] = set()

    def open(self) -> None:
        """Show the questions; afterwards only the person opens and closes them."""
        self._questions.props["open"] = True

    def show(self, judged: JudgedCost) -> str:
        """Say what is true now. Gives back what is new in one sentence, or nothing."""
        self._name.text = name_of(judged.cost, self.number)
        self._show_questions(judged.cost)
        self._verdict.show(judged)
        before, self._said = self._said, headline(judged)
        return "" if self._said == before else self._said

    def _show_questions(self, cost: Cost) -> None:
        asked = asked_about(cost)
        for name, place in self._places.items():
            place.set_visibility(name in asked)
        for name in asked:
            if name not in self._asked:
                self._asked.add(name)
                self._draw(name, cost, self._places[name])

    def _draw(self, name: str, cost: Cost, place: Element) -> None:
        path = f"{self._path}.{name}"
        value: Any = getattr(cost, name)
        with place:
            answer_field(f"cost.{name}", path=path, value=value, on_commit=self._saving(path))


def name_of(cost: Cost, number: int) -> str:
    """ "Cost 2: Hearing aids, $3,100", as far as it is known."""
    if cost.category is None:
        return sentence("costs.name", number=number)
    kind = sentence(f"finder.category.{cost.category}")
    if cost.category is Category.MEDICAL_DRIVING and cost.miles is not None:
        return sentence("costs.name_with_miles", number=number, kind=kind, miles=f"{cost.miles:,}")
    if cost.category is not Category.MEDICAL_DRIVING and cost.amount is not None:
        return sentence("costs.name_with_amount", number=number, kind=kind, amount=dollars(cost.amount))
    return sentence("costs.name_with_kind", number=number, kind=kind)
