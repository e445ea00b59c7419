"""Everything on the page of documents below its form: what was not taken, what is there, and what was removed."""

from collections.abc import Sequence

from components.button import button
from components.layout import column, row, section
from components.notice.said import Said
from components.prose import paragraph
from db.values.documents import DocumentStatus
from services.documents.listing import OwnDocument
from services.words import sentence
from ui.documents.facts import until
from ui.documents.not_taken import Act, NotTaken
from ui.documents.shelf import Shelf


class Vault:
    """Three parts. What was done to a document stands above them, and gets the focus."""

    def __init__(self, documents: Sequence[OwnDocument], *, take_off: Act, take_back: Act) -> None:
        self._documents = {each.id: each for each in documents if each.status is not DocumentStatus.REFUSED}
        self._take_back = take_back
        self._said = Said()
        NotTaken(documents, self._said, take_off=take_off)
        self._shelf = Shelf()
        self._removed = column()
        self._draw()

    def bring_up_to_date(self, documents: Sequence[OwnDocument]) -> None:
        """What became of documents while the page is open."""
        self._shelf.bring_up_to_date(documents)

    def _draw(self) -> None:
        every = list(self._documents.values())
        self._shelf.draw([each for each in every if not each.removed_at])
        self._draw_removed([each for each in every if each.removed_at])

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

    def _is_back(self, document: OwnDocument) -> None:
        self._documents[document.id] = document
        self._draw()
        self._said.say(sentence("documents.is_back", name=document.name))
