"""The states of disclosure."""

from components.disclosure import disclosure
from components.layout import column
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

    def fill() -> None:
        rest.clear()
        with rest:
            paragraph("This was drawn when you opened it.")

    with disclosure("All the small print", on_open=fill):
        rest = column()


def long_words() -> None:
    """Long words"""
    with disclosure("Telecommunicationsdevicesandvideorelayequipment", above="Line 16", value="$999,999,999.99"):
        paragraph("A long word breaks.")
