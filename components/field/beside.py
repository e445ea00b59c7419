"""A hint that a page adds to the fields which it draws, whatever kind they are: such as the amount of last year."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_BESIDE: ContextVar[str] = ContextVar("hint_beside", default="")


@contextmanager
def with_hint(text: str) -> Iterator[None]:
    """What is drawn inside has this hint after its own; nothing is added for an empty one."""
    before = _BESIDE.set(text)
    try:
        yield
    finally:
        _BESIDE.reset(before)


def hint_beside(own: str) -> str:
    """The hint of a field, with what the page adds to it."""
    return " ".join(part for part in (own, _BESIDE.get()) if part)
