"""Cards that are acted on one by one: each can be drawn anew or leave, and the words about it get the focus."""

from collections.abc import Callable
from uuid import UUID

from nicegui.element import Element

from components.card import cards, listed_card
from components.notice.said import Said
from components.prose import paragraph

Draw = Callable[[], None]


class CardList:
    """A list of cards by id, under a place for what was done last; `empty` stands there while it has no card."""

    def __init__(self, *, empty: str) -> None:
        self._cards: dict[UUID, Element] = {}
        self._said = Said()
        self._empty = paragraph(empty)
        self._list = cards()
        self._list.set_visibility(False)

    def add(self, card_id: UUID, draw: Draw, *, first: bool = False) -> None:
        """Draw one more card, at the end or as the first."""
        with self._list:
            self._cards[card_id] = listed_card()
        if first:
            self._cards[card_id].move(target_index=0)
        with self._cards[card_id]:
            draw()
        self._show_whether_empty()

    def redraw(self, card_id: UUID, draw: Draw) -> None:
        """Draw a card anew, because what it is about has changed."""
        self._cards[card_id].clear()
        with self._cards[card_id]:
            draw()

    def drop(self, card_id: UUID) -> None:
        """What this card is about is over."""
        self._cards.pop(card_id).delete()
        self._show_whether_empty()

    def say(self, words: str) -> None:
        """Say what was done, and bring the person there: the button that they pressed may be gone."""
        self._said.say(words)

    def _show_whether_empty(self) -> None:
        self._empty.set_visibility(not self._cards)
        self._list.set_visibility(bool(self._cards))
