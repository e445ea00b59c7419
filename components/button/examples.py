"""The states of button."""

import asyncio

from components.button import button
from components.layout import row


async def _work() -> None:
    await asyncio.sleep(2)


async def _refused() -> str:
    return "We can’t send e-mail right now. Try again in a few minutes."


def main_and_quiet() -> None:
    """Main and quiet"""
    with row():
        button("Save and go on", on_press=_work)
        button("Add a file", kind="quiet", on_press=_work)


def with_an_icon() -> None:
    """With an icon"""
    with row():
        button("Sign out", kind="quiet", icon="log-out", on_press=_work)
        button("Ask a preparer", icon="user", on_press=_work)


def busy_in_words() -> None:
    """Busy in words, for two seconds after a press"""
    button("Work out my refund", busy="Working it out…", on_press=_work)


def refused() -> None:
    """Refused, with the reason beside it after a press"""
    button("Send it again", kind="quiet", on_press=_refused)


def busy_now() -> None:
    """Busy"""
    button("Working it out…", on_press=_work).props["aria-disabled"] = "true"


def unavailable() -> None:
    """It can't be pressed now, and why"""
    button("Send to the IRS", on_press=_work, unavailable="Fill in your filing status first.")


def long_words() -> None:
    """Long words"""
    button("Telecommunicationsdevicesandvideorelayequipment", kind="quiet", icon="user", on_press=_work)
