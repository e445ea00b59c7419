"""The organisations that are linked to an account, while some of them are removed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from nicegui.element import Element

from components.button import Press, button
from components.card import cards, listed_card
from components.description_list import Entry, description_list
from components.notice.said import Said
from components.prose import heading, paragraph
from services.accounts.organisations.links import Link
from services.words import sentence
from ui.moments import ago


class LinkList:
    """A card for each. One that is removed leaves the list, and the words about it get the focus."""

    def __init__(self, links: Sequence[Link], now: datetime) -> None:
        self._links, self._now = {each.id: each for each in links}, now
        self._cards: dict[UUID, Element] = {}
        self._said = Said()

    def draw(self, remove: Callable[[UUID], Press]) -> None:
        """Draw every card, each with a button that removes it."""
        if not self._links:
            paragraph(sentence("organisation_links.none"))
            return
        with cards():
            for link in self._links.values():
                with listed_card() as self._cards[link.id]:
                    self._draw_one(link, remove(link.id))

    def without(self, link_id: UUID) -> None:
        """This one is removed."""
        self._cards.pop(link_id).delete()
        self._said.say(sentence("organisation_links.removed", name=self._links[link_id].name))

    def _draw_one(self, link: Link, remove: Press) -> None:
        heading(link.name, 2)
        description_list(
            [
                Entry(sentence("organisation_links.linked"), ago(link.linked_at, self._now)),
                Entry(sentence("organisation_links.last_used"), ago(link.last_used_at, self._now)),
            ]
        )
        button(sentence("organisation_links.remove", name=link.name), kind="quiet", on_press=remove)
