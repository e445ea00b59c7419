"""The states of live_preview."""

from components.choice_group import Choice, choice_group
from components.live_preview import live_preview
from components.prose import paragraph


def text_size() -> None:
    """The size of the text"""
    paragraph("This page shows your choice at once.")
    with live_preview():
        choice_group("Text size", [Choice("1", "Normal"), Choice("4", "Largest")], value="1", name="text_size")
