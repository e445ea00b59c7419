"""What controls share that hold one text."""

from components.field.commit import Typed

ITS_TEXT = "(e) => emit([e.target.value])"
"""What the browser tells when it changes, for `Field.commits`."""


def as_typed(text: str) -> Typed:
    """What the control holds for this text."""
    return [text]


def text_in(typed: Typed) -> str:
    """The text that it holds."""
    return typed[0]
