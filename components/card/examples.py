"""The states of card."""

from components.card import card, cards, figure_card, link_card, listed_card
from components.prose import heading, paragraph


def one_card() -> None:
    """One card"""
    with card():
        heading("Your hearing costs", 3)
        paragraph("Your standard deduction is higher than what you could itemize.")


def a_grid() -> None:
    """A grid of cards"""
    with cards():
        for title, words in (("Taxes", "See your refund."), ("Insurance", "Cover for hearing aids.")):
            with listed_card():
                heading(title, 3)
                paragraph(words)


def that_lead_somewhere() -> None:
    """Cards that lead somewhere"""
    with cards():
        link_card("Taxes", "#", words="See your refund. Every line is explained.", icon="receipt-text")
        link_card("Insurance", "#", words="Cover for hearing aids and alerting devices.", icon="shield-check")
        link_card("Learn", "#", icon="book-open")


def figures() -> None:
    """Figures"""
    with cards():
        figure_card("Waiting now", "3")
        figure_card("Longest wait", "42 min", note="Rosa M., since 9:18")
        figure_card("Done today", "11")


def long_words() -> None:
    """Long words"""
    with cards():
        link_card("Telecommunicationsdevicesandvideorelayequipment", "#", words="A long word breaks.")
