"""The place of a signed version."""

from nicegui.element import Element

from components.icon import icon
from components.native import element, written


def signed_version_to_come(words: str, *, note: str) -> Element:
    """A film's frame with the words that will be signed, and a note that says honestly that it is not filmed yet."""
    with element("figure", "film") as drawn:
        with element("div", "picture"):
            written("p", words, "caption")
        with element("figcaption"):
            icon("hand")
            written("span", note)
    return drawn
