"""The states of bars."""

from components.bars import Bar, bars


def pay_to_tax() -> None:
    """How pay becomes tax"""
    bars(
        [
            Bar("Pay", "$31,200", 1),
            Bar("Not taxed", "$15,750", 0.505, "part"),
            Bar("Taxed", "$15,450", 0.495),
            Bar("Your tax", "$1,618", 0.052, "end"),
        ],
    )


def nothing() -> None:
    """Nothing"""
    bars([Bar("Your tax", "$0", 0, "end")])


def long_words() -> None:
    """Long words"""
    bars([Bar("Telecommunicationsdevicesandvideorelayequipment", "$999,999,999.99", 1), Bar("Dog", "$1", 0.001)])
