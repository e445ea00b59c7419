"""One line of a worksheet: closed, it is a name and an amount; opened, it says why and where it comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from inspect import isawaitable

from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement
from nicegui.events import GenericEventArguments

from components.disclosure import summary_line, until_filled, when_opened
from components.link_list import Entry, link_list
from components.native import element, written
from components.prose import bullet_list, paragraph
from components.tag import tag
from services.words import sentence


@dataclass(frozen=True, slots=True)
class WorksheetLine:
    """One line as people read it.

    `comes_from` are the keys of the lines above that it is made of, `typed` leads to what was told for it.
    `worked_out` are the steps by which the amount was found, in sentences.
    """

    key: str
    place: str
    label: str
    amount: str
    explanation: str
    source: str
    comes_from: tuple[str, ...] = ()
    typed: tuple[Entry, ...] = ()
    worked_out: tuple[str, ...] = ()


class Row:
    """The elements of one line. `on_open` is told each time that a person opens it."""

    def __init__(
        self, line: WorksheetLine, *, on_open: Callable[[], None], more: Callable[[str], None] | None = None
    ) -> None:
        self.line, self._more = line, more
        self._says: object = None
        self._mark: TextElement | None = None
        with element("details") as self.details, summary_line(line.label, above=line.place) as summary:
            self._amount = written("span", line.amount, "num")
        self._summary = summary
        self._inside: Element | None = None
        self._coming = until_filled(self.details, on_open)
        when_opened(self.details, on_open)

    def show(self, line: WorksheetLine) -> None:
        """Say what the line amounts to now."""
        self.line = line
        if self._amount.text != line.amount:
            self._amount.text = line.amount

    def mark(self, words: str) -> None:
        """Say these words beside the name of the line; nothing any more when they are empty."""
        if self._mark:
            self._mark.delete()
            self._mark = None
        if words:
            with self._summary:
                self._mark = tag(words, "good")

    def when_looked_at(self, tell: Callable[[bool], object]) -> None:
        """Tell each time that a person opens or closes it."""

        async def toggled(event: GenericEventArguments) -> None:
            told = tell(bool(event.args))
            if isawaitable(told):
                await told

        self.details.on("toggle", toggled, js_handler="(e) => emit(e.target.open)")

    def explain(self, above: "Sequence[Row]") -> None:
        """Say why, and where it comes from. Drawn anew only when that has changed: a link in it may have the focus."""
        line = self.line
        says = (
            line.explanation,
            line.source,
            line.typed,
            line.worked_out,
            [(row.line.label, row.line.amount) for row in above],
        )
        if says == self._says:
            return
        self._says = says
        with self._emptied():
            paragraph(line.explanation)
            if line.worked_out:
                bullet_list(line.worked_out)
            paragraph(line.source, small=True, soft=True)
            if above:
                paragraph(sentence("worksheet.comes_from"), small=True)
                link_list(Entry(row.line.label, row.details.html_id, row.line.amount) for row in above)
            if line.typed:
                paragraph(sentence("worksheet.typed"), small=True)
                link_list(line.typed)

    def _emptied(self) -> Element:
        if self._inside is None:
            self._coming.delete()
            with self.details:
                self._inside = element("div")
                if self._more:
                    with element("div"):
                        self._more(self.line.key)
        self._inside.clear()
        return self._inside
