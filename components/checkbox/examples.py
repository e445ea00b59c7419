"""The states of checkbox."""

from components.checkbox import checkbox
from components.choice_group import Choice


async def _kept(_: bool) -> None: ...


def clear() -> None:
    """Clear"""
    checkbox("I am blind", on_commit=_kept)


def ticked() -> None:
    """Ticked, with a hint"""
    checkbox(
        Choice("on", "Someone can claim me", "For example your parents, on their return."), value=True, on_commit=_kept
    )


def under_a_question() -> None:
    """Under a question"""
    checkbox("Yes", question="Are you 65 or older?", hint="On December 31 of the tax year.", on_commit=_kept)


def wrong() -> None:
    """With an error"""
    checkbox("I have read this", required=True, error="Tick the box to go on.")


def locked() -> None:
    """It can't be changed now, and why"""
    checkbox("I am 65 or older", value=True).lock("We know it from your date of birth.")


def long_words() -> None:
    """Long words"""
    checkbox("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", hint="A long word breaks.")
