"""All costs of a year, one below the other, added and removed in place."""

from collections.abc import Callable, Sequence
from itertools import count
from uuid import UUID

from components.button import Press, button
from components.layout import column
from components.live_region import announce
from components.prose import paragraph
from services.returns.judging import JudgedCost
from services.words import sentence
from ui.answers.asked import Ask
from ui.costs.cost_card import CostCard


class CostList:
    """`ask(path, draw)` draws a question, `add` and `remove(id)` change the list; `show` brings it up to date."""

    def __init__(self, *, ask: Ask, add: Press, remove: Callable[[UUID], Press], estimate_path: str) -> None:
        self._ask, self._remove, self._estimate_path = ask, remove, estimate_path
        self._cards: dict[UUID, CostCard] = {}
        self._numbers = count(1)
        self._nothing = paragraph(sentence("costs.none"), soft=True)
        self._box = column()
        self._add = button(sentence("costs.add"), on_press=add)

    def show(self, costs: Sequence[JudgedCost], *, about: str = "") -> list[str]:
        """Draw what came, take away what is gone, and say the rest anew. Gives back what is new, in sentences.

        With `about`, the path of an answer about one cost, only what is new about that cost is given back.
        """
        self._nothing.set_visibility(not costs)
        for gone in self._cards.keys() - {one.cost.id for one in costs}:
            self._cards.pop(gone).box.delete()
        cards = [self._card_of(one) for one in costs]
        news = [card.show(one) for card, one in zip(cards, costs, strict=True)]
        of_one = [new for card, new in zip(cards, news, strict=True) if about.startswith(card.path)]
        return [new for new in of_one or news if new]

    def to_newest(self) -> None:
        """The cost that was added gets the focus."""
        newest = list(self._cards.values())[-1]
        newest.box.run_method("focus")
        announce(sentence("costs.added", number=newest.number))

    def to_add(self) -> None:
        """What had the focus is gone, so "Add a cost" gets it."""
        announce(sentence("costs.removed"))
        self._add.run_method("focus")

    def _card_of(self, judged: JudgedCost) -> CostCard:
        cost_id = judged.cost.id
        if cost_id not in self._cards:
            number, remove = next(self._numbers), self._remove(cost_id)
            with self._box:
                self._cards[cost_id] = CostCard(
                    number, judged, ask=self._ask, remove=remove, estimate_path=self._estimate_path
                )
        return self._cards[cost_id]
