"""One cost: its name, the questions about it, what is said about it, and a way to remove it."""

from collections.abc import Callable
from functools import partial

from components.button import Press, button
from components.disclosure import disclosure
from components.layout import column, row
from components.native import element
from components.prose import heading
from services.finder import Category
from services.returns.answers.costs import Cost
from services.returns.costs.asking import QUESTIONS, asked_about
from services.returns.costs.judging import JudgedCost
from services.words import dollars, sentence
from ui.answers.asked import Ask
from ui.costs.answer_field import answer_field
from ui.costs.said import headline
from ui.costs.verdict import VerdictOnCost


class CostCard:
    """Drawn once. A question is drawn when it matters for the first time, and hidden while it does not matter.

    The questions of a cost that is told completely are folded away, and drawn when the person opens them. The number
    stays while other costs come and go, so nothing that a person has in view gets another name.
    """

    def __init__(
        self,
        number: int,
        judged: JudgedCost,
        *,
        ask: Ask,
        may_have_spouse: Callable[[], bool],
        remove: Press,
        estimate_path: str,
    ) -> None:
        self.number, self._ask, self._judged = number, ask, judged
        self._field = partial(answer_field, may_have_spouse=may_have_spouse)
        self.path = f"costs.{judged.cost.id}."
        self._said = ""
        self._asked: set[str] = set()
        self._opened = bool(judged.needed)
        with element("section", "card", tabindex="-1") as self.box:
            self._name = heading("", 3)
            self.box.props["aria-labelledby"] = self._name.html_id
            summary = sentence("costs.questions", number=number)
            with disclosure(summary, opened=self._opened, on_open=self._open, drafts_in=self.path):
                self._places = {name: column() for name in QUESTIONS}
            self._verdict = VerdictOnCost(number, estimate_path)
            with row():
                button(sentence("costs.remove", number=number), kind="quiet", on_press=remove)

    def show(self, judged: JudgedCost) -> str:
        """Say what is true now. Gives back what is new in one sentence, or nothing."""
        self._judged = judged
        self._name.text = name_of(judged.cost, self.number)
        self._show_questions()
        self._verdict.show(judged)
        before, self._said = self._said, headline(judged)
        return "" if self._said == before else sentence("costs.news", number=self.number, news=self._said)

    def _open(self) -> None:
        self._opened = True
        self._show_questions()

    def _show_questions(self) -> None:
        asked = asked_about(self._judged.cost) if self._opened else ()
        for name, place in self._places.items():
            place.set_visibility(name in asked)
        for name in asked:
            if name not in self._asked:
                self._asked.add(name)
                self._draw(name)

    def _draw(self, name: str) -> None:
        path = f"{self.path}{name}"
        with self._places[name]:
            self._ask(path, partial(self._field, f"cost.{name}", path=path))


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
