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
