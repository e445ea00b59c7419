"""Lucide outlines, inlined."""

import re
from functools import cache
from pathlib import Path

from nicegui.element import Element

from components.native import element

ICONS = Path(__file__).parents[2] / "assets" / "icons"


def icon(name: str) -> Element:
    """A picture beside words that say the same, so screen readers pass over it. `name` is a file of assets/icons."""
    return element(
        "svg",
        viewBox="0 0 24 24",
        fill="none",
        stroke="currentColor",
        stroke_width="2",
        stroke_linecap="round",
        stroke_linejoin="round",
        aria_hidden="true",
        focusable="false",
        innerHTML=_outline(name),
    )


@cache
def _outline(name: str) -> str:
    """What is between <svg> and </svg>; one element on the server instead of one for each line of the drawing."""
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    return re.sub(
        r"\s+", " ", drawing[drawing.index(">", drawing.index("<svg")) + 1 : drawing.rindex("</svg>")]
    ).strip()
