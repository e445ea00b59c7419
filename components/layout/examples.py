"""The states of layout."""

from components.layout import card, cards, column, listed_card, row, section, side, with_side
from components.link import link
from components.prose import amount, heading, paragraph


def a_row() -> None:
    """Things side by side"""
    with row():
        link("Estimate my refund", "#", kind="main")
        link("Ask a person", "#", kind="quiet")
        link("Back", "#")


def a_card() -> None:
    """One card"""
    with card():
        heading("Your hearing costs", 3)
        paragraph("Your standard deduction is higher than what you could itemize.")


def a_grid_of_cards() -> None:
    """A grid of cards"""
    with cards():
        for title, words in (
            ("Taxes", "See your refund."),
            ("Insurance", "Cover for hearing aids."),
            ("Learn", "Lessons."),
        ):
            with listed_card():
                heading(title, 3)
                paragraph(words)


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


def a_named_section() -> None:
    """A named section"""
    with section("Every line, explained", level=3):
        paragraph("Its heading names it.")
