"""The mark of MBTQ: a speech bubble with two lines of text, and the sun."""

from nicegui.element import Element

from components.native import element

DRAWING = (
    '<path d="M4 6a4 4 0 0 1 4-4h16a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H14l-8 8v-8a4 4 0 0 1-2-4Z" class="mark-bubble"/>'
    '<path d="M10 9h12M10 14h8" class="mark-lines"/><circle cx="26" cy="24" r="5" class="mark-sun"/>'
)
"""What is inside the svg, 32 by 32."""


def brand_mark() -> Element:
    """A picture beside the name, so screen readers pass over it."""
    return element("svg", viewBox="0 0 32 32", aria_hidden="true", focusable="false", innerHTML=DRAWING)
