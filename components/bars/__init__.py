"""Amounts as bars: a picture and its table in one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nicegui.element import Element

from components.native import element, written


@dataclass(frozen=True)
class Bar:
    """A named amount: its words, its figure as people read it, and its length from 0 to 1."""

    label: str
    figure: str
    length: float
    kind: Literal["whole", "part", "end"] = "whole"


def bars(caption: str, rows: Sequence[Bar]) -> Element:
    """A native table whose middle column is drawn. Screen readers read label and figure of each row, nobody needs the
    drawing; kinds differ by pattern and by colour."""
    with element("table", "bars") as table:
        written("caption", caption, "visually-hidden")
        with element("tbody"):
            for row in rows:
                with element("tr"):
                    written("th", row.label, scope="row")
                    with element("td", "bar-place", aria_hidden="true"):
                        element("div", f"bar {row.kind}").style(f"width: {min(max(row.length, 0), 1):.2%}")
                    written("td", row.figure, "num")
    return table
