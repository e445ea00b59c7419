"""The states of alert."""

from components.alert import alert
from components.button import button
from components.layout import column
from components.prose import paragraph


def urgent() -> None:
    """Urgent"""
    with alert("Your session ends in one minute"):
        paragraph("What you typed is saved. Press any key to stay.")


def important() -> None:
    """Important"""
    with alert("Today is the last day to file", severity="warn"):
        paragraph("You can ask the IRS for more time. You still pay what you owe today.")


def solved() -> None:
    """Solved"""
    alert("The video room is open again", severity="good")


def appearing() -> None:
    """One that appears after a press"""
    place = column()

    async def raise_it() -> None:
        place.clear()
        with place, alert("Your interpreter is waiting", appears=True):
            paragraph("The video room has opened. You can go in now.")

    button("Raise an alert", kind="quiet", on_press=raise_it)


def long_words() -> None:
    """Long words"""
    with alert("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", severity="warn"):
        paragraph("Telecommunications" * 6)
