"""Everything on the page of documents below its form: what was not taken, what is there, and what was removed."""

from collections.abc import Callable, Sequence
from uuid import UUID

from components.button import Press, button
from components.layout import column, row, section
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph
from db.values.documents import DocumentStatus
from services.documents.listing import OwnDocument
from services.words import sentence
from ui.documents.facts import until
from ui.documents.not_taken import not_taken
from ui.documents.shelf import Shelf

Act = Callable[[UUID, Callable[[OwnDocument], None]], Press]
"""Makes what is done to one document; the latter draws what became of it."""


class Vault:
    """Three parts. What was done to a document stands above them, and gets the focus."""

    def __init__(self, documents: Sequence[OwnDocument], *, remove: Act, take_back: Act) -> None:
        self._documents = {each.id: each for each in documents}
        self._remove, self._take_back = remove, take_back
        self._said = column()
        self._said.props["tabindex"] = "-1"
        self._not_taken = column()
        self._shelf = Shelf()
        self._removed = column()
        self._draw()

    def bring_up_to_date(self, documents: Sequence[OwnDocument]) -> None:
        """What became of documents while the page is open."""
        self._shelf.bring_up_to_date(documents)

    def _draw(self) -> None:
        every = list(self._documents.values())
        is_refused = [each for each in every if each.status is DocumentStatus.REFUSED]
        rest = [each for each in every if each.status is not DocumentStatus.REFUSED]
        self._draw_not_taken([each for each in is_refused if not each.removed_at])
        self._shelf.draw([each for each in rest if not each.removed_at])
        self._draw_removed([each for each in rest if each.removed_at])

    def _draw_not_taken(self, documents: Sequence[OwnDocument]) -> None:
        self._not_taken.clear()
        with self._not_taken:
            not_taken(documents, self._draw_off)

    def _draw_off(self, document: OwnDocument) -> None:
        off = sentence("documents.off_the_list", name=document.name)
        button(off, kind="quiet", on_press=self._remove(document.id, self._is_off))

    def _draw_removed(self, documents: Sequence[OwnDocument]) -> None:
        self._removed.clear()
        if not documents:
            return
        with self._removed, section(sentence("documents.removed_title")):
            for each in documents:
                paragraph(sentence("documents.removed_until", name=each.name, day=until(each)))
                with row():
                    back = sentence("documents.take_back", name=each.name)
                    button(back, kind="quiet", on_press=self._take_back(each.id, self._is_back))

    def _is_off(self, document: OwnDocument) -> None:
        self._changed(document, sentence("documents.is_off", name=document.name))

    def _is_back(self, document: OwnDocument) -> None:
        self._changed(document, sentence("documents.is_back", name=document.name))

    def _changed(self, document: OwnDocument, said: str) -> None:
        self._documents[document.id] = document
        self._draw()
        self._said.clear()
        with self._said, notice("good"):
            paragraph(said)
        self._said.run_method("focus")
        announce(said)
