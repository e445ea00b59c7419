"""All costs of a year, one below the other, added and removed in place."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from uuid import UUID

from components.button import button
from components.layout import column, row
from components.live_region import announce
from components.native import focus_from_top
from components.prose import paragraph
from services.returns.answers.costs import Cost
from services.returns.costs.judging import JudgedCost
from services.words import sentence
from ui.answers.asked import Ask
from ui.answers.list_of import ListOf, Removal
from ui.answers.removed import Removed
from ui.costs.cost_card import CostCard, name_of


class CostList:
    """`ask(path, draw)` draws a question, `changes` is what can be done with the list; `show` brings it up to date.

    `may_have_spouse` is whether a spouse can be an answer, asked whenever a question is drawn.
    """

    def __init__(self, *, ask: Ask, may_have_spouse: Callable[[], bool], changes: ListOf, estimate_path: str) -> None:
        self._changes = changes
        self._card = partial(CostCard, ask=ask, may_have_spouse=may_have_spouse, estimate_path=estimate_path)
        self._cards: dict[UUID, CostCard] = {}
        self._numbers: defaultdict[UUID, int] = defaultdict(count(1).__next__)
        self._nothing = paragraph(sentence("costs.none"), soft=True)
        self._box = column()
        self._removed = Removed()
        with row():
            button(sentence("costs.add"), on_press=changes.adding(self._to_newest))

    def show(self, costs: Sequence[JudgedCost], *, about: str = "") -> list[str]:
        """Draw what came, take away what is gone, and say the rest anew. Gives back what is new, in sentences.

        With `about`, the path of an answer about one cost, only what is new about that cost is given back.
        """
        self._nothing.set_visibility(not costs)
        now = {one.cost.id for one in costs}
        self._removed.show_elsewhere(self._changes.removed_elsewhere(self._cards, now), now=now)
        for gone in self._cards.keys() - now:
            self._cards.pop(gone).box.delete()
        cards = [self._card_of(one, place) for place, one in enumerate(costs)]
        news = [card.show(one) for card, one in zip(cards, costs, strict=True)]
        of_one = [new for card, new in zip(cards, news, strict=True) if about.startswith(card.path)]
        return [new for new in of_one or news if new]

    def _to_newest(self) -> None:
        self._removed.clear()
        newest = list(self._cards.values())[-1]
        focus_from_top(newest.box)
        announce(sentence("costs.added", number=newest.number))

    def _to_way_back(self, gone: Removal) -> None:
        number = self._numbers[gone.one.id]
        name, within = name_of(gone.one, number), sentence("costs.name", number=number).lower()
        put_back = self._changes.putting_back(gone, lambda: self._to_one_back(gone.one, name))
        self._removed.say(name, put_back=put_back, within=within)

    def _to_one_back(self, one: Cost, name: str) -> None:
        self._removed.clear()
        focus_from_top(self._cards[one.id].box)
        announce(sentence("removed.back", name=name))

    def _card_of(self, judged: JudgedCost, place: int) -> CostCard:
        cost_id = judged.cost.id
        if cost_id not in self._cards:
            remove = self._changes.removing(cost_id, self._to_way_back)
            with self._box:
                self._cards[cost_id] = self._card(self._numbers[cost_id], judged, remove=remove)
            self._cards[cost_id].box.move(target_index=place)
        return self._cards[cost_id]
