"""What is said to screen readers and braille displays when something changes away from where the person is."""

import asyncio
from weakref import WeakKeyDictionary

from nicegui import Client, ui
from nicegui.elements.mixins.text_element import TextElement

from components.native import written

SAME_AGAIN = "\N{NO-BREAK SPACE}"


class _Region:
    """Its `line` holds what was said last. What is said at one moment is said together: a reader gets the end of it."""

    def __init__(self, line: TextElement) -> None:
        self._line, self._before = line, ""
        self._now: list[str] = []

    def say(self, text: str) -> None:
        """Add it to what is said at this moment; words that are there already are not said twice."""
        if not self._now:
            self._before = self._line.text
            asyncio.get_running_loop().call_soon(self._now.clear)
        if text not in self._now:
            self._now.append(text)
        said = " ".join(self._now)
        # The same words as before would be no change, and no change is not read out.
        self._line.text = said + SAME_AGAIN if said == self._before else said


_REGIONS: WeakKeyDictionary[Client, dict[bool, _Region]] = WeakKeyDictionary()


def live_regions() -> None:
    """One polite and one assertive region. The frame draws them once, before anything can be said.

    Polite waits until the reader has finished a sentence; assertive interrupts, so it is for losses only. A script of a
    component writes into the polite one too, where the server may be out of reach.
    """
    _REGIONS[ui.context.client] = {
        False: _Region(written("div", "", "visually-hidden", role="status", aria_live="polite", data_says="polite")),
        True: _Region(written("div", "", "visually-hidden", role="alert", aria_live="assertive")),
    }


def announce(text: str, *, assertive: bool = False) -> None:
    """Say it without moving the focus. It must also be seen somewhere: this is for those who look elsewhere."""
    region = _REGIONS.get(ui.context.client, {}).get(assertive)
    if region:
        region.say(text)
