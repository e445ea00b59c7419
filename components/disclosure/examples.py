"""The states of disclosure."""

from itertools import count

from components.disclosure import disclosure
from components.prose import paragraph


def closed() -> None:
    """Closed"""
    with disclosure("What we still need to know"):
        paragraph("Your filing status.")


def opened() -> None:
    """Opened"""
    with disclosure("Where is box 1?", opened=True):
        paragraph("At the top of the form, in the middle.")


def with_a_line_above() -> None:
    """With a short line above"""
    for letter, day in (("Welcome to MBTQ", "April 15, 2026"), ("Your new password", "April 16, 2026")):
        with disclosure(letter, above=day):
            paragraph("What the letter says.")


def filled_when_opened() -> None:
    """Filled when it is opened"""
    disclosure("All the small print", fill=lambda: paragraph("This was drawn when you opened it."))


def told_when_opened() -> None:
    """Told each time that it is opened"""
    number = count(1)

    def tell() -> None:
        times.text = f"You opened it {next(number)} times."

    with disclosure("How often?", on_open=tell):
        times = paragraph("You have not opened it.")


def long_words() -> None:
    """Long words"""
    with disclosure("Telecommunicationsdevicesandvideorelayequipment", above="Line 16"):
        paragraph("A long word breaks.")
