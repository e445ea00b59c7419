"""The states of chart."""

from datetime import date
from decimal import Decimal

from components.chart import Amount, Moment, Step, Waterfall, bar_chart, timeline_chart


def bars() -> None:
    """Bars"""
    bar_chart(
        "Your hearing costs in 2025",
        [
            Amount("Hearing aids", Decimal(3100)),
            Amount("Interpreter at a hospital", Decimal(900), "part"),
            Amount("Batteries and care", Decimal("84.50"), "end"),
        ],
        says="Hearing aids are the largest part: $3,100 of $4,084.50.",
    )


def waterfall() -> None:
    """Waterfall: how one amount becomes another"""
    Waterfall("How your pay becomes taxed income").show(
        [
            Step("Pay", Decimal(31200)),
            Step("Interest from a bank", Decimal(310)),
            Step("Total income"),
            Step("Standard deduction", Decimal(-15750)),
            Step("Taxed income"),
            Step("Tax on it", Decimal(1655), apart=True),
        ],
        says="Half of your income is not taxed. The standard deduction takes it away.",
    )


def below_zero() -> None:
    """Waterfall that ends below zero"""
    Waterfall("What you paid and what you owe").show(
        [Step("You already paid", Decimal(1200)), Step("Your tax", Decimal(-1618)), Step("Result")],
        says="You paid $418 less than your tax. You owe it.",
    )


def timeline() -> None:
    """Timeline"""
    timeline_chart(
        "Days of your 2025 return",
        [
            Moment("Your W-2 comes", date(2026, 1, 5), date(2026, 2, 2), "part"),
            Moment("You can file", date(2026, 1, 26), date(2026, 4, 15)),
            Moment("Last day to file or to ask for more time", date(2026, 4, 15)),
            Moment("Last day with more time", date(2026, 10, 15)),
        ],
        says="You have from January to April 15 to file.",
    )


def nothing_yet() -> None:
    """Everything is zero"""
    bar_chart("Costs in 2026", [Amount("Hearing aids", Decimal(0))], says="There are no costs yet.")


def long_words() -> None:
    """Long words"""
    bar_chart(
        "Costs with long names",
        [
            Amount(
                "Telecommunicationsdevicesandvideorelayequipment for people who can’t hear on the phone", Decimal(9)
            ),
            Amount("Dog", Decimal(999999999)),
        ],
        says="Long words break, and nothing is cut.",
    )
