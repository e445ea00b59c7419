"""Amounts as bars: a picture and its words in one."""

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


def bars(rows: Sequence[Bar]) -> Element:
    """A native list of pairs with a bar drawn into each, so nobody needs the drawing. Kinds differ by pattern as well
    as by colour. A heading above says what the amounts are."""
    with element("dl", "bars") as drawn:
        for row in rows:
            with element("div"):
                written("dt", row.label)
                with element("dd"):
                    length = min(max(row.length, 0), 1)
                    shape = element("span", f"bar {row.kind if length else 'nothing'}", aria_hidden="true")
                    shape.style(f"width: {length:.2%}")
                    written("strong", row.figure, "num")
    return drawn
