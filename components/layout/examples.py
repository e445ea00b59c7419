"""The states of layout."""

from components.layout import column, reading_only, row, section, side, with_side
from components.link import link
from components.prose import amount, heading, paragraph
from components.text_field import text_field


def a_row() -> None:
    """Things side by side"""
    with row():
        link("Estimate my refund", "#", kind="main")
        link("Ask a person", "#", kind="quiet")
        link("Back", "#")


def a_side_column() -> None:
    """A side column with the result so far"""
    with with_side():
        with column():
            heading("Your wages", 3)
            paragraph("This is the column to read.")
        with side("Result so far", so_far=True):
            paragraph("You get back, so far", small=True, above=True)
            amount("$566")
            paragraph("Up $2,184, the tax that your employer withheld.", soft=True)


def a_side_column_that_is_read_first() -> None:
    """A side column that is read first"""
    with with_side():
        with side("Your result", so_far=True):
            paragraph("This comes before the questions on a phone and to a screen reader.")
        with column():
            heading("Your answers", 3)
            paragraph("This is the column to read.")


def a_named_section() -> None:
    """A named section"""
    with section("Every line, explained", level=3):
        paragraph("Its heading names it.")


def a_column_for_reading_only() -> None:
    """A column for reading only"""
    with reading_only():
        text_field("Your name", value="Rosa Diaz")
