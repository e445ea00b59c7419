"""Rows and columns that can be compared, sorted and paged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from nicegui.element import Element

from components.live_region import announce
from components.native import element, written
from components.pagination import Pages
from components.table.order import Order, in_order
from services.words import sentence


@dataclass(frozen=True, slots=True)
class Column:
    """What stands at the head of a column. Figures are right-aligned, so that they can be compared."""

    label: str
    kind: Literal["text", "figure"] = "text"
    sortable: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Words, with what they are sorted by if that is not the words. `draw` draws a link or a tag in their place."""

    text: str
    order: Any = None
    draw: Callable[[], object] | None = None


Row = Sequence[str | Cell]
"""One cell for each column; the first names the row."""


def table(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    rows_on_page: int = 0,
    empty: str = "",
    hidden_caption: bool = False,
) -> Element:
    """A native table with a caption and with headers that a screen reader says at each cell.

    Native buttons in the head sort it, and say so by `aria-sort` and in the live region. `rows_on_page` pages it. Where
    columns don't fit side by side, each row becomes a block whose cells carry the words of their column: nothing
    scrolls sideways. `empty` says why there is nothing to see. `hidden_caption` is for under a heading that
    says the same.
    """
    with element("div", "table-box" if len(columns) > 2 else "table-box pair") as box:
        _Table(caption, columns, [_as_cells(row) for row in rows], rows_on_page, hidden_caption=hidden_caption)
        if not rows:
            written("p", empty or sentence("table.empty"), "soft")
    return box


class _Table:
    """Knows how the rows are sorted now, and which page of them is shown."""

    def __init__(
        self, caption: str, columns: Sequence[Column], rows: list[list[Cell]], on_page: int, *, hidden_caption: bool
    ) -> None:
        self._columns, self._rows, self._on_page = columns, rows, on_page or len(rows) or 1
        self._order: Order | None = None
        # The roles are said again because a browser forgets them where the rows become blocks.
        with element("table", role="table"):
            written("caption", caption, "visually-hidden" if hidden_caption else "")
            with element("thead", role="rowgroup"), element("tr", role="row"):
                self._heads = [self._head(place, column) for place, column in enumerate(columns)]
            self._body = element("tbody", role="rowgroup")
        self._show(1)
        last = -(-len(rows) // self._on_page)
        self._pages = Pages(sentence("table.pages", caption=caption), last, self._turn) if last > 1 else None

    def _head(self, place: int, column: Column) -> Element:
        classes = "num" if column.kind == "figure" else ""
        if not column.sortable:
            return written("th", column.label, classes, scope="col", role="columnheader")
        with element("th", f"{classes} sortable", scope="col", role="columnheader") as head:
            with element("button", "sort", type="button") as pressed:
                written("span", column.label)
            pressed.on("click", lambda: self._sort(place), args=[])
        return head

    def _sort(self, place: int) -> None:
        self._order = Order(place, downwards=self._order == Order(place, downwards=False))
        self._rows = in_order(self._rows, self._order)
        for head_place, head in enumerate(self._heads):
            head.props.set_optional("aria-sort", self._order.in_aria if head_place == place else None)
        self._show(1)
        if self._pages:
            self._pages.show(1)
        announce(sentence(f"table.{self._order.in_aria}", column=self._columns[place].label))

    def _turn(self, page: int) -> None:
        self._show(page)
        first = (page - 1) * self._on_page
        last = min(first + self._on_page, len(self._rows))
        announce(sentence("table.turned", first=first + 1, last=last, of=len(self._rows)))

    def _show(self, page: int) -> None:
        self._body.clear()
        with self._body:
            for row in self._rows[(page - 1) * self._on_page : page * self._on_page]:
                with element("tr", role="row"):
                    for place, (column, cell) in enumerate(zip(self._columns, row, strict=True)):
                        _draw(cell, column, names_row=place == 0)


def _draw(cell: Cell, column: Column, *, names_row: bool) -> None:
    tag, role, scope = ("th", "rowheader", "row") if names_row else ("td", "cell", None)
    text = "" if cell.draw else cell.text
    classes = "num" if column.kind == "figure" else "whole-words" if _has_short_words(cell) else ""
    with written(tag, text, classes, role=role, scope=scope, data_column=None if names_row else column.label):
        if cell.draw:
            cell.draw()


def _has_short_words(cell: Cell) -> bool:
    """Whether no word needs a column that is wider than a state's name does. An email address can need one."""
    return all(len(word) <= len("Massachusetts") for word in cell.text.split())


def _as_cells(row: Row) -> list[Cell]:
    return [Cell(cell) if isinstance(cell, str) else cell for cell in row]
