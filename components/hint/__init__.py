"""Hints: what helps to answer, before the question is answered."""

from nicegui.elements.mixins.text_element import TextElement

from components.native import written


def hint(text: str) -> TextElement:
    """A sentence under a label. Fields draw theirs themselves and point at it, so that it is read with the label."""
    return written("p", text, "hint")
