"""The states of answer."""

from components.answer import Answer, AnswerInSight
from components.layout import column, side, with_side
from components.text_field import text_field


def with_a_figure() -> None:
    """With a figure, in the card that has the sun"""
    with side("Your refund", so_far=True):
        Answer().show("You get back", "$566")


def beside_an_error() -> None:
    """While a field of the page shows an error"""
    with with_side():
        with side("Your refund, beside an error", so_far=True):
            Answer().show("You get back", "$566")
        with column():
            text_field("Box 1: your wages", error="Type an amount in dollars, like 1,250.00.")


def in_words_only() -> None:
    """In words only"""
    Answer().show("You get nothing back, and you owe nothing")


def long_figure() -> None:
    """A long figure"""
    with side("What you owe", so_far=True):
        Answer().show("You owe", "$999,999,999.99")


def in_sight_on_a_phone() -> None:
    """In one line, on a phone"""
    text_field("Box 1: your wages")
    AnswerInSight().show("You get back", "$566")
