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


def with_a_value() -> None:
    """With a value"""
    for number, label, value in (("Line 1a", "Wages", "$31,200"), ("Line 12", "Standard deduction", "– $15,750")):
        with disclosure(label, above=number, value=value):
            paragraph("Where this number comes from, in one or two sentences.")


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
    with disclosure("Telecommunicationsdevicesandvideorelayequipment", above="Line 16", value="$999,999,999.99"):
        paragraph("A long word breaks.")
