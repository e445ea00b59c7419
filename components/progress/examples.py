"""The states of progress."""

from components.button import button
from components.progress import Progress, working


def begun() -> None:
    """Begun, and one press goes on"""
    drawn = Progress("Your questions", most=8, done=3)
    done = 3

    async def go_on() -> None:
        nonlocal done
        done = min(done + 1, 8)
        drawn.show(done)

    button("Answer one more", kind="quiet", on_press=go_on)


def not_begun() -> None:
    """Not begun"""
    Progress("Pages of your letter", most=12)


def all_done() -> None:
    """All done"""
    Progress("Files that we have read", most=1450, done=1450)


def how_far_nobody_knows() -> None:
    """How far it is, nobody knows"""
    working("We are reading your W-2. This takes about a minute.")


def long_words() -> None:
    """Long words"""
    Progress("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", most=1_000_000, done=999_999)
