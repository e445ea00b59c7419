"""A term of the law, explained under the field where somebody meets it."""

from nicegui.element import Element

from components.disclosure import disclosure
from components.native import element, written
from services.words import sentence


def term(name: str, meaning: str, *, source: str) -> Element:
    """A line under a field that opens what the term means, and by which source. Draw it right after the field."""
    with element("div", "term") as drawn, disclosure(sentence("term.asked", name=name)):
        written("p", meaning)
        written("p", sentence("worksheet.source", source=source), "soft")
    return drawn
