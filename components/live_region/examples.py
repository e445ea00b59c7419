"""The states of live_region."""

from components.button import button
from components.layout import row
from components.live_region import announce


async def _politely() -> None:
    announce("Saved.")


async def _at_once() -> None:
    announce("Your session ends in one minute.", assertive=True)


def something_said() -> None:
    """Said to screen readers after a press"""
    with row():
        button("Say it politely", kind="quiet", on_press=_politely)
        button("Say it at once", kind="quiet", on_press=_at_once)
