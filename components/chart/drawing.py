"""Draws what all charts share: a title, what the picture says, one row for each mark, and the numbers as a table.

The words are HTML, so they wrap and grow as the reader likes; only the shapes are SVG. No script draws anything. All
rows are the text of one element: a picture is drawn anew with each answer that it shows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from nicegui.element import Element

from components.disclosure import disclosure
from components.native import breakable, element, written
from components.table import Column, Row, table
from services.words import sentence

Kind = Literal["whole", "part", "more", "end"]
"""Plain, with slanting lines, with upright lines or with dots: told apart without any colour."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One row: its words, its figure, and where its shape begins and ends, from 0 at the left to 1 at the right."""

    label: str
    figure: str
    begins: float
    ends: float
    kind: Kind = "whole"
    zero: float | None = 0  # where nothing is; a scale of days has no such place
    joins: float | None = None  # where a thin line leads down to the next row
    is_point: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the scale below the rows, from 0 to 1, with its words; a thin line leads up from it."""

    label: str
    at: float


class Chart:
    """A figure. To assistive technology the picture is one image, named by the title and described by what it says.

    `show` draws other marks and numbers in the same place: title, opened table and focus stay. The table is drawn when
    somebody opens it.
    """

    def __init__(self, title: str, columns: Sequence[Column]) -> None:
        self._title, self._columns = title, columns
        self._marks: Sequence[Mark] = ()
        self._rows: Sequence[Row] = ()
        self._table: Element | None = None
        with element("figure", "chart"):
            with element("figcaption"):
                name = written("p", title, "chart-title")
                self._says = written("p", "")
            described = self._says.html_id
            self._picture = element(
                "div", "chart-rows", role="img", aria_labelledby=name.html_id, aria_describedby=described
            )
            disclosure(sentence("chart.numbers"), fill=self._draw_table)

    def show(self, marks: Sequence[Mark], rows: Sequence[Row], *, says: str, scale: Sequence[Tick] = ()) -> None:
        """Draw these, if they are not what is drawn already."""
        if self._says.text != says:
            self._says.text = says
        if self._marks != marks:
            self._marks = marks
            self._draw_picture(scale)
        if self._rows != rows:
            self._rows = rows
            if self._table is not None:
                self._fill(self._table)

    def _draw_picture(self, scale: Sequence[Tick]) -> None:
        drawn = _rows(self._marks, f"{self._picture.html_id}-fill", scale)
        self._picture.props["innerHTML"] = "".join([*drawn, *_scale(scale)])

    def _draw_table(self) -> None:
        self._table = element("div")
        self._fill(self._table)

    def _fill(self, place: Element) -> None:
        place.clear()
        with place:
            table(self._title, self._columns, self._rows, hidden_caption=True)


def _rows(marks: Sequence[Mark], fill: str, scale: Sequence[Tick]) -> Iterator[str]:
    """The HTML of each row. `fill` begins the ids of their patterns."""
    came_from: float | None = None
    lines = "".join(_upright("grid", tick.at, "0", "100%") for tick in scale)
    for number, mark in enumerate(marks):
        shapes = _shapes(mark, came_from, f"{fill}-{number}")
        drawn = f'<svg aria-hidden="true" focusable="false">{lines}{shapes}</svg>'
        label, figure = breakable(mark.label), escape(mark.figure)
        yield f'<div class="chart-row"><span>{label}</span>{drawn}<strong class="num">{figure}</strong></div>'
        came_from = mark.joins


def _scale(ticks: Sequence[Tick]) -> Iterator[str]:
    """The row below the others: each word stands under its place, the outermost ones within the picture."""
    if ticks:
        places = ((f"left: {tick.at:.2%}; transform: translateX(-{tick.at:.2%})", escape(tick.label)) for tick in ticks)
        words = "".join(f'<span style="{place}">{label}</span>' for place, label in places)
        yield f'<div class="chart-row chart-scale"><span></span><div>{words}</div><span></span></div>'


def _shapes(mark: Mark, came_from: float | None, fill: str) -> str:
    """What is inside of <svg>. Places are in percent and sizes in em, so nothing is stretched at any width."""
    lines = [
        _upright("axis", mark.zero, "0", "100%"),
        _upright("joint", came_from, "0", "20%"),
        _upright("joint", mark.joins, "80%", "100%"),
    ]
    if mark.is_point:
        inside = f"cx: clamp({_HALF_A_DOT}, {mark.begins:.2%}, 100% - {_HALF_A_DOT})"
        return f'{_TRACK}<circle class="shape" style="{inside}" cy="50%" r=".5em"/>'
    if mark.begins == mark.ends:
        return "".join(lines)
    left, right = sorted((mark.begins, mark.ends))
    width = max(right - left, _THINNEST)
    place = f'x="{min(left, 1 - width):.2%}" y="16%" width="{width:.2%}" height="68%" rx="3"'
    shape = f'<rect class="shape {mark.kind}" {place} fill="url(#{fill})"/>'
    return "".join([_pattern(mark.kind, fill), *lines, shape])


_THINNEST = 0.008  # a small amount is still seen
_HALF_A_DOT = "(.5em + 1px)"  # with half of its outline
_TRACK = '<line class="track" x1="0" x2="100%" y1="50%" y2="50%"/>'
_INSIDE: dict[Kind, str] = {
    "whole": '<rect width="8" height="8" class="ink"/>',
    "part": '<rect width="3.5" height="8" class="ink"/>',
    "more": '<rect width="8" height="8" class="ink"/><rect x="2" width="2" height="8" class="ground"/>',
    "end": '<rect width="8" height="8" class="ink"/><circle cx="4" cy="4" r="1.6" class="ground"/>',
}


def _upright(classes: str, place: float | None, top: str, bottom: str) -> str:
    if place is None:
        return ""
    return f'<line class="{classes}" x1="{place:.2%}" x2="{place:.2%}" y1="{top}" y2="{bottom}"/>'


def _pattern(kind: Kind, fill: str) -> str:
    turned = ' patternTransform="rotate(45)"' if kind == "part" else ""
    size = 'width="8" height="8" patternUnits="userSpaceOnUse"'
    return f'<defs><pattern id="{fill}" class="{kind}" {size}{turned}>{_INSIDE[kind]}</pattern></defs>'
