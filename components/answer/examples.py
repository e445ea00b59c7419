"""The states of answer."""

from components.answer import Answer
from components.layout import side


def with_a_figure() -> None:
    """With a figure, in the card that has the sun"""
    with side("Your refund", so_far=True):
        Answer().show("You get back", "$566")


def in_words_only() -> None:
    """In words only"""
    Answer().show("You get nothing back, and you owe nothing")


def long_figure() -> None:
    """A long figure"""
    with side("What you owe", so_far=True):
        Answer().show("You owe", "$999,999,999.99")
