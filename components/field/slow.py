"""What a field says when its answer is not saved after two seconds, as while the database does not answer."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from nicegui.element import Element

from components.live_region import announce
from components.native import written
from services.words import sentence

PATIENCE_SECONDS = 2.0
"""A person who waits longer without a word believes that it is saved, or that nothing works."""


@contextmanager
def told_when_slow(box: Element, label: str) -> Iterator[None]:
    """While the block lasts longer than that, a line at the end of the field says that nothing is saved yet.

    It stands under what is filled in, so that nothing moves under the person's eyes.
    """
    lines: list[Element] = []

    def tell() -> None:
        if not box.is_deleted:
            with box:
                lines.append(written("p", sentence("field.slow"), "slow"))
                announce(f"{label}: {sentence('field.slow')}")

    timer = asyncio.get_running_loop().call_later(PATIENCE_SECONDS, tell)
    try:
        yield
    finally:
        timer.cancel()
        for line in lines:
            if not line.is_deleted:
                line.delete()
