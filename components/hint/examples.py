"""The states of hint."""

from components.hint import hint


def a_hint() -> None:
    """A hint"""
    hint("Your pay for the year, before tax.")
