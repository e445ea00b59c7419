"""The states of tag."""

from components.layout import row
from components.tag import tag


def kinds() -> None:
    """All kinds"""
    with row():
        tag("New")
        tag("With you", "good")
        tag("Waiting", "warn")
        tag("Refused", "bad")


def long_words() -> None:
    """Long words"""
    tag("Telecommunicationsdevicesandvideorelayequipment", "warn")
