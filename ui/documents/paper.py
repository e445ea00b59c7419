"""One document: what it is, its pages, changing its name and place, and removing it."""

from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from nicegui import ui

from components.button import Press, button, enter_presses
from components.description_list import Entry, description_list
from components.dialog import Dialog
from components.disclosure import disclosure
from components.field.held import done, held
from components.layout import column, row, section
from components.link import link
from components.live_region import announce
from components.notice import notice
from components.progress import working
from components.prose import heading, paragraph
from components.scanned_page import scanned_page
from components.status_message import StatusMessage
from components.text_field import text_field
from db.values.documents import DocumentStatus
from services.documents.listing import OwnDocument, Paper
from services.words import sentence
from ui.documents.facts import added_on, is_on_its_way, kind_of, place_of, size_of, until, why_not
from ui.documents.fields import category_field, year_field
from ui.page_frame import BRAND


class Acts(NamedTuple):
    """What can be done: put it somewhere under a name (name, category, year), remove it, take it back."""

    place: Callable[[str, str, str], Awaitable[str | None]]
    remove: Press
    take_back: Press


class DocumentScreen:
    """What stands on the page below its heading, while the document is checked, changed or removed."""

    def __init__(self, document: OwnDocument, papers: Sequence[Paper], *, this_year: int) -> None:
        self._document, self._papers, self._this_year = document, papers, this_year
        self._title = heading(document.name)
        self._title.props["tabindex"] = "-1"
        self._facts = column()
        self._body = column()
        self._acts: Acts | None = None

    def draw(self, acts: Acts | None) -> None:
        """Draw what is true now; without acts for somebody who may only look."""
        self._acts = acts
        self._draw()

    def show(self, document: OwnDocument, papers: Sequence[Paper]) -> None:
        """The document was looked at again: draw it anew if it is checked now, or removed elsewhere."""
        was, self._document, self._papers = self._document, document, papers
        if (was.status, was.removed_at) == (document.status, document.removed_at):
            return
        self._draw()
        announce(why_not(document) or sentence("document_page.ready"))

    def placed(self, document: OwnDocument) -> None:
        """It has another name or place now."""
        self._document = document
        self._title.text = document.name
        ui.page_title(f"{document.name} – {BRAND}")
        self._draw_facts()

    def removed(self, document: OwnDocument) -> None:
        """It is removed."""
        self._turned(document, sentence("document_page.is_removed"))

    def taken_back(self, document: OwnDocument) -> None:
        """It is back."""
        self._turned(document, sentence("document_page.is_back"))

    def _turned(self, document: OwnDocument, said: str) -> None:
        self._document = document
        self._draw()
        self._title.run_method("focus")
        announce(said)

    def _draw(self) -> None:
        self._draw_facts()
        self._body.clear()
        with self._body:
            if self._document.removed_at:
                self._draw_removed()
                return
            if is_on_its_way(self._document):
                working(sentence("document_page.waiting"))
            if why := why_not(self._document):
                with notice("bad"):
                    paragraph(why)
            self._draw_ways()
            self._draw_pages()

    def _draw_facts(self) -> None:
        document = self._document
        entries = [
            Entry(sentence("document_page.where"), place_of(document)),
            Entry(sentence("document_page.kind"), kind_of(document)),
            Entry(sentence("document_page.size"), size_of(document)),
            Entry(sentence("document_page.added"), added_on(document)),
        ]
        if self._papers:
            entries.append(Entry(sentence("document_page.pages"), str(len(self._papers))))
        self._facts.clear()
        with self._facts:
            description_list([each for each in entries if each.words])

    def _draw_ways(self) -> None:
        if self._document.status is DocumentStatus.CHECKED:
            paragraph(sentence("document_page.save_hint"))
            with row():
                link(sentence("document_page.save"), f"/api/documents/{self._document.id}/original", kind="main")
        if self._acts is None:
            return
        with disclosure(sentence("document_page.change")), column():
            self._draw_place(self._acts)
        with row():
            remove = button(sentence("document_page.remove"), kind="quiet")
        with Dialog(sentence("document_page.remove_question"), opened_by=remove) as dialog:
            paragraph(sentence("document_page.remove_means"))
            with row():
                dialog.way_out(sentence("document_page.stay"))
                button(sentence("document_page.remove_it"), kind="quiet", on_press=self._acts.remove)

    def _draw_place(self, acts: Acts) -> None:
        document = self._document
        name = text_field(sentence("document_page.name"), value=document.name, required=True, on_commit=held)
        category = category_field(str(document.category), on_commit=held)
        year = year_field(str(document.tax_year or ""), this_year=self._this_year, on_commit=held)

        fields = [each.until_pressed() for each in (name, category, year)]

        async def pressed() -> str | None:
            status.clear()
            wrong = await acts.place(name.typed[0], category.typed[0], year.typed[0])
            if not wrong:
                status.say(sentence("document_page.saved"))
            return done(wrong, *fields)

        enter_presses(button(sentence("document_page.keep"), on_press=pressed), name.html_id)
        status = StatusMessage()

    def _draw_pages(self) -> None:
        document, most = self._document, len(self._papers)
        for paper in self._papers:
            with section(sentence("document_page.page", number=paper.number, most=most)):
                scanned_page(
                    f"/api/documents/{document.id}/pages/{paper.number}",
                    alt=sentence("document_page.alt", number=paper.number, most=most, name=document.name),
                    width=paper.width,
                    height=paper.height,
                    text=paper.text,
                    text_label=sentence("document_page.text"),
                    no_text=sentence("document_page.no_text"),
                )

    def _draw_removed(self) -> None:
        assert self._acts  # noqa: S101  # nosec B101  # who may only look finds none that is removed
        with notice("warn", title=sentence("document_page.is_removed")):
            paragraph(sentence("document_page.until", day=until(self._document)))
        with row():
            button(sentence("document_page.take_back"), on_press=self._acts.take_back)
            link(sentence("documents.title"), "/documents", kind="quiet")
