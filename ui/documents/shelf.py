"""The documents that are there, by tax year and by what they are. What changes elsewhere changes here in its place."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from uuid import UUID

from nicegui.element import Element

from components.card import cards, link_card
from components.layout import column, section
from components.live_region import announce
from components.prose import heading, paragraph
from components.tag import tag
from db.values.documents import DocumentCategory, DocumentStatus
from services.documents.listing import OwnDocument
from services.words import sentence
from ui.documents.facts import added_on, is_on_its_way, kind_of, size_of, why_not, year_of
from ui.documents.sent_twice import sent_twice

_ORDER = list(DocumentCategory)


class Shelf:
    """A card for each document; it says how far a document is that is not checked yet."""

    def __init__(self) -> None:
        self._place = column()
        self._states: dict[UUID, Element] = {}
        self._shown: dict[UUID, DocumentStatus] = {}
        self._documents: Sequence[OwnDocument] = ()

    def draw(self, documents: Sequence[OwnDocument]) -> None:
        """Draw these in place of what was drawn before."""
        self._place.clear()
        self._documents = documents
        with self._place:
            for year, of_year in _grouped(documents):
                with section(year):
                    for category, same in groupby(of_year, key=lambda each: each.category):
                        heading(sentence(f"document.category.{category}"), 3)
                        self._draw_cards(same)

    def bring_up_to_date(self, documents: Sequence[OwnDocument]) -> None:
        """Say of each document that is shown how far it is now; nothing that has the focus is drawn anew."""
        for document in documents:
            if self._shown.get(document.id, document.status) is document.status:
                continue
            self._draw_state(document)
            why = why_not(document)
            code = "documents.refused" if why else "documents.ready"
            announce(sentence(code, name=document.name, why=why))

    def _draw_cards(self, documents: Iterable[OwnDocument]) -> None:
        with cards():
            for each in documents:
                words = sentence("documents.fact", kind=kind_of(each), size=size_of(each), day=added_on(each))
                with link_card(each.name, f"/documents/{each.id}", words=words, level=4):
                    self._states[each.id] = column()
                    if again := sent_twice(each, self._documents):
                        paragraph(again, soft=True)
                self._draw_state(each)

    def _draw_state(self, document: OwnDocument) -> None:
        self._shown[document.id] = document.status
        state = self._states[document.id]
        state.clear()
        with state:
            if is_on_its_way(document):
                tag(sentence(f"document.status.{document.status}"))
            elif why := why_not(document):
                paragraph(why)


def _grouped(documents: Sequence[OwnDocument]) -> Iterator[tuple[str, Iterator[OwnDocument]]]:
    """By year, the latest first and those of none at the end; within it by what they are, then the newest first."""
    in_order = sorted(documents, key=lambda each: (-(each.tax_year or 0), _ORDER.index(each.category)))
    return groupby(in_order, key=year_of)
