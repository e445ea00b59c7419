"""Files that we did not take: what each is called, why, who sent it, and a way to take it off the list."""

from collections.abc import Callable, Sequence
from uuid import UUID

from components.button import Press, button
from components.layout import column, section
from components.notice import notice
from components.notice.said import Said
from components.prose import paragraph
from db.values.documents import DocumentStatus
from services.documents.listing import OwnDocument
from services.words import sentence
from ui.documents.facts import why_not
from ui.documents.sent_twice import sent_twice

Act = Callable[[UUID, Callable[[OwnDocument], None]], Press]
"""Makes what is done to one document; the latter draws what became of it."""


class NotTaken:
    """A notice for each, and nothing where there is none. What is off the list is told at `said`."""

    def __init__(self, documents: Sequence[OwnDocument], said: Said, *, take_off: Act) -> None:
        self._documents = [each for each in documents if each.status is DocumentStatus.REFUSED and not each.removed_at]
        self._said, self._take_off = said, take_off
        self._place = column()
        self._draw()

    def _draw(self) -> None:
        self._place.clear()
        if not self._documents:
            return
        with self._place, section(sentence("documents.refused_title")):
            for each in self._documents:
                self._draw_one(each)

    def _draw_one(self, document: OwnDocument) -> None:
        with notice("bad", title=document.name):
            paragraph(why_not(document))
            if again := sent_twice(document, self._documents):
                paragraph(again)
            if document.sender:
                paragraph(sentence("documents.sent_by", who=document.sender))
            off = sentence("documents.off_the_list", name=document.name)
            button(off, kind="quiet", on_press=self._take_off(document.id, self._is_off))

    def _is_off(self, document: OwnDocument) -> None:
        self._documents = [each for each in self._documents if each.id != document.id]
        self._draw()
        self._said.say(sentence("documents.is_off", name=document.name))
