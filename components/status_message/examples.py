"""The states of status_message."""

from components.button import button
from components.status_message import Kind, StatusMessage


def saved() -> None:
    """Done"""
    StatusMessage().say("Saved at 10:42. You can stop and come back at any time.")


def going_on() -> None:
    """Good to know"""
    StatusMessage().say("Dana has opened your return.", "info")


def failed() -> None:
    """It did not work"""
    StatusMessage().say("Not saved. Check your connection, then try again.", "bad")


def empty() -> None:
    """Empty, until a press"""
    told: list[tuple[str, Kind]] = [("Saved.", "good"), ("Not saved: the file is too large.", "bad")]

    async def tell() -> None:
        told.reverse()
        line.say(*told[0])

    button("Save", kind="quiet", on_press=tell)
    line = StatusMessage()
