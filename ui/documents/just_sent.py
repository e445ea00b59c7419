"""At the top of a page with documents: what became of the files that were sent just now."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from components.error_summary import FieldError, error_summary
from components.field import Field
from components.layout import column
from components.notice import notice
from components.prose import paragraph
from db.values.documents import DocumentStatus
from services.documents.listing import OwnDocument
from services.words import sentence
from ui.documents.facts import is_on_its_way, why_not
from ui.documents.sent_twice import sent_twice


class JustSent:
    """Made where it stands, and drawn when the field for files is there, to which what was not taken leads back.

    What was not taken at once gets the focus. What we find out later is said here too, and leaves the focus alone.
    """

    def __init__(self, sent: Collection[UUID]) -> None:
        self._ids = frozenset(sent)
        self._known: set[UUID] = set()
        self._at_once, self._later, self._here = column(), column(), column()

    def draw(self, documents: Sequence[OwnDocument], files: Field[Any] | None) -> None:
        """Say it of those of these documents that were sent just now."""
        refused = [each for each in self._sent(documents) if each.status is DocumentStatus.REFUSED]
        self._known = {each.id for each in refused}
        if refused:
            with self._at_once:
                error_summary([FieldError(files, _why(each)) for each in refused], title=_title(refused))
        self._draw_here(documents)

    def bring_up_to_date(self, documents: Sequence[OwnDocument]) -> None:
        """Say what we found out about them while the page is open."""
        every = self._sent(documents)
        refused = [each for each in every if each.status is DocumentStatus.REFUSED and each.id not in self._known]
        self._later.clear()
        if refused:
            with self._later, notice("bad", title=_title(refused)):
                for each in refused:
                    paragraph(_why(each))
        self._draw_here(documents)

    def _sent(self, documents: Sequence[OwnDocument]) -> list[OwnDocument]:
        return [each for each in documents if each.id in self._ids and not each.removed_at]

    def _draw_here(self, documents: Sequence[OwnDocument]) -> None:
        here = [each for each in self._sent(documents) if each.status is not DocumentStatus.REFUSED]
        self._here.clear()
        if not here:
            return
        code = "documents.arrived" if any(is_on_its_way(each) for each in here) else "documents.here"
        with self._here, notice("good", live=True):
            paragraph(sentence(f"{code}_one" if len(here) == 1 else code, count=len(here)))
            for each in here:
                if again := sent_twice(each, documents):
                    paragraph(sentence("documents.twice_here", name=each.name, twice=again))


def _title(refused: Sequence[OwnDocument]) -> str:
    code = "documents.not_taken_one" if len(refused) == 1 else "documents.not_taken"
    return sentence(code, count=len(refused))


def _why(document: OwnDocument) -> str:
    return sentence("documents.refused", name=document.name, why=why_not(document))
