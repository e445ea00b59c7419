"""The states of contents."""

from components.contents import Contents
from components.layout import section
from components.prose import paragraph


def two_parts() -> None:
    """Two parts"""
    contents = Contents()
    for words in ("Your pay", "Your home"):
        with section(words, level=3) as part:
            paragraph("Its questions stand here.")
        contents.add(words, part)


def long_words() -> None:
    """Long words"""
    contents = Contents()
    for words in ("Telecommunicationsdevicesandvideorelayequipment", "What you paid for other things that belong here"):
        with section(words, level=3) as part:
            paragraph("Its questions stand here.")
        contents.add(words, part)
