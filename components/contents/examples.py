"""The state of contents: a page has one list, whose name is always the same."""

from components.contents import Contents
from components.layout import section
from components.prose import paragraph

_PARTS = (
    "Your pay",
    "Telecommunicationsdevicesandvideorelayequipment",
    "What you paid for other things that belong here",
)


def short_and_long_words() -> None:
    """Three parts, with short and long words"""
    contents = Contents()
    for words in _PARTS:
        with section(words, level=3) as part:
            paragraph("Its questions stand here.")
        contents.add(words, part.html_id)
