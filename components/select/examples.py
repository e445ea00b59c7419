"""The states of select."""

from components.choice_group import Choice
from components.select import Group, select

STATES = [Choice("", "Choose a state"), Choice("MD", "Maryland"), Choice("NY", "New York"), Choice("TX", "Texas")]


async def _kept(_: str) -> None: ...


def nothing_chosen() -> None:
    """Nothing chosen yet"""
    select("State", STATES, on_commit=_kept)


def chosen() -> None:
    """Chosen, with a hint"""
    select("State", STATES, value="NY", hint="Where you lived on December 31.", on_commit=_kept)


def wrong() -> None:
    """With an error"""
    select("State", STATES, required=True, error="Choose a state.", on_commit=_kept)


def in_groups() -> None:
    """Answers in groups"""
    groups = [Group("In the East", STATES[1:3]), Group("In the South", STATES[3:])]
    select("State where you worked", [STATES[0], *groups], value="TX", on_commit=_kept)
