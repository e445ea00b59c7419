"""What is said to screen readers and braille displays when something changes away from where the person is."""

from weakref import WeakKeyDictionary

from nicegui import Client, ui
from nicegui.elements.mixins.text_element import TextElement

from components.native import written

_REGIONS: WeakKeyDictionary[Client, dict[bool, TextElement]] = WeakKeyDictionary()
SAME_AGAIN = "\N{NO-BREAK SPACE}"


def live_regions() -> None:
    """One polite and one assertive region. The frame draws them once, before anything can be said.

    Polite waits until the reader has finished a sentence; assertive interrupts, so it is for losses only.
    """
    _REGIONS[ui.context.client] = {
        False: written("div", "", "visually-hidden", role="status", aria_live="polite"),
        True: written("div", "", "visually-hidden", role="alert", aria_live="assertive"),
    }


def announce(text: str, *, assertive: bool = False) -> None:
    """Say it without moving the focus. It must also be seen somewhere: this is for those who look elsewhere."""
    region = _REGIONS.get(ui.context.client, {}).get(assertive)
    if region:
        # The same words twice would be no change, and no change is not read out.
        region.text = text + SAME_AGAIN if region.text == text else text
