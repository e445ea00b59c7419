"""How what is typed becomes a value, and what may go wrong on the way."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

Value = TypeVar("Value")
Commit = Callable[[Value], Awaitable[str | None]]
"""Takes a value when the person leaves the field. It may give back a sentence to show as the field's error."""
Typed = list[str]
"""What the controls of one field hold, in the order of the page."""


class Unreadable(ValueError):
    """What was typed is no value for this field. `code` names the sentence."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class OnOurSide(str):
    """A sentence about a failure of ours, that any control may show. A field says how to send the same once more."""
