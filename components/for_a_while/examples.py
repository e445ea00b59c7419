"""The states of for_a_while."""

from components.for_a_while import for_a_while
from components.prose import amount

OVER = "Your code is over. Show a new one if the customer still asks."


def good() -> None:
    """Good for an hour"""
    with for_a_while(3600, over=OVER):
        amount("123 456")


def over() -> None:
    """Over"""
    with for_a_while(0, over=OVER):
        amount("654 321")
