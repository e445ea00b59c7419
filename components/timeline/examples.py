"""The states of timeline."""

from components.link import link
from components.timeline import Timeline


def two_steps() -> None:
    """Two steps, one with what somebody wrote"""
    steps = Timeline("What happened")
    steps.add("February 3, 2026 at 12:00 UTC", "You asked for a review")
    with steps.add(
        "February 4, 2026 at 9:30 UTC", "Dana wrote a note", above=["About: Wages"], text="This is right.\nWell done."
    ):
        link("Go to that line", "/development/components/timeline")


def long_words() -> None:
    """Long words"""
    word = "Telecommunicationsdevicesandvideorelayequipment"
    Timeline("Long words in steps").add(word, word, above=[word], text=word)
