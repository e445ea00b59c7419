"""One line of a worksheet: closed, it is a name and an amount; opened, it says why and where it comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from components.disclosure import summary_line, when_opened
from components.link_list import Entry, link_list
from components.native import element, written
from components.prose import paragraph
from services.words import sentence


@dataclass(frozen=True, slots=True)
class WorksheetLine:
    """One line as people read it.

    `comes_from` are the keys of the lines above that it is made of, `typed` leads to what was told for it.
    """

    key: str
    place: str
    label: str
    amount: str
    explanation: str
    source: str
    comes_from: tuple[str, ...] = ()
    typed: tuple[Entry, ...] = ()


class Row:
    """The elements of one line. `on_open` is told each time that a person opens it."""

    def __init__(self, line: WorksheetLine, *, on_open: Callable[[], None]) -> None:
        self.line = line
        self._says: object = None
        with element("details") as self.details:
            with summary_line(line.label, above=line.place):
                self._amount = written("span", line.amount, "num")
            self._inside = element("div")
        when_opened(self.details, on_open)

    def show(self, line: WorksheetLine) -> None:
        """Say what the line amounts to now."""
        self.line = line
        if self._amount.text != line.amount:
            self._amount.text = line.amount

    def explain(self, above: "Sequence[Row]") -> None:
        """Say why, and where it comes from. Drawn anew only when that has changed: a link in it may have the focus."""
        line = self.line
        says = (line.explanation, line.source, line.typed, [(row.line.label, row.line.amount) for row in above])
        if says == self._says:
            return
        self._says = says
        self._inside.clear()
        with self._inside:
            paragraph(line.explanation)
            paragraph(line.source, small=True, soft=True)
            if above:
                paragraph(sentence("worksheet.comes_from"), small=True)
                link_list(Entry(row.line.label, row.details.html_id, row.line.amount) for row in above)
            if line.typed:
                paragraph(sentence("worksheet.typed"), small=True)
                link_list(line.typed)
