"""One sentence about what is wrong, beside what it is about."""

from nicegui.element import Element

from components.icon import icon
from components.native import element, written
from services.words import sentence


def error_line(message: str) -> Element:
    """An icon, the word "Error" for screen readers, and the sentence: never told by colour alone."""
    with element("p", "error") as drawn:
        icon("circle-alert")
        written("span", sentence("field.error_mark"), "visually-hidden")
        written("span", message)
    return drawn
