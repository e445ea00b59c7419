"""Form 1040-X: the three columns of lines 1 to 15, each from lines of Form 1040, and lines 16 to 23 below them.

The numbers are those of the revision of December 2025, by the stylesheet with which the IRS shows that form. A copy
in a public archive was read; two descriptions of the form and the names of its fields agree with it. Line 9 is
reserved. What goes into lines 16, 18, 19 and 23 is told by a summary of today's instructions, and was read in those of
2010, where they are lines 15, 17, 18 and 22. The head of the form asks for the whole corrected return behind it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from services.finder import Confirmed, Source
from services.returns.filed.marking import Filed, History
from services.tax import Computed, Money

SOURCE = Source("Form 1040-X (Rev. December 2025), lines 1 to 23", Confirmed.SECONDARY)
SOURCE_OF_PAYMENTS = Source(
    "Instructions for Form 1040-X (Rev. December 2025), on lines 16, 18, 19 and 23", Confirmed.SECONDARY
)
_TAXABLE_INCOME = "5"
_LINES = {
    "1": ["1040.11a"],
    "2": ["1040.12e"],
    "3": ["1040.11a", "-1040.12e"],
    "4a": ["1040.13a"],
    "4b": ["1040.13b"],
    _TAXABLE_INCOME: ["1040.11a", "-1040.12e", "-1040.13a", "-1040.13b"],
    "6": ["1040.18"],
    "7": ["1040.19", "1040.20"],
    "8": ["1040.22"],
    "10": ["1040.23"],
    "11": ["1040.24"],
    "12": ["1040.25d"],
    "13": ["1040.26"],
    "14": ["1040.27a"],
    "15": ["1040.32", "-1040.27a"],
}
"""What is added up for each line; a minus takes off."""


@dataclass(frozen=True, slots=True)
class Amended:
    """A line of Form 1040-X in its columns A, B and C. Amounts are cents."""

    number: str
    original: Money
    net: Money
    correct: Money


def amended_lines(filed: Filed, now: Computed) -> list[Amended]:
    """Every line from 1 to 15. Taxable income may be below zero in columns A and B, as on the form, and never in C."""
    amounts = now.amounts
    return [_amended(number, _sum(parts, filed.lines), _sum(parts, amounts)) for number, parts in _LINES.items()]


@dataclass(frozen=True, slots=True)
class Settled:
    """A line of Form 1040-X that has one column, in cents; None for one that the person chooses."""

    number: str
    amount: Money | None


def settled_lines(told: History, now: Computed) -> list[Settled]:
    """Lines 16 to 23, if all was paid and came back as it was filed, no sooner and no more; without interest.

    Of the lines that follow, 19 can be below zero; of 20 (owed now) and 21 (overpaid) one is zero.
    """
    correct = {each.number: each.correct for each in amended_lines(told.filed[-1], now)}
    paid = sum(-each for each in told.changes if each < 0)
    returned = sum(each for each in told.changes if each > 0)
    payments = paid + sum(correct[number] for number in ("12", "13", "14", "15"))
    left = payments - returned
    over = left - correct["11"]
    amounts = {"16": paid, "17": payments, "18": returned, "19": left, "20": max(-over, 0), "21": max(over, 0)}
    return [*(Settled(*each) for each in amounts.items()), Settled("22", None), Settled("23", None)]


def _amended(number: str, original: Money, now: Money) -> Amended:
    return Amended(number, original, now - original, max(now, 0) if number == _TAXABLE_INCOME else now)


def _sum(parts: list[str], amounts: Mapping[str, Money]) -> Money:
    return sum(-amounts.get(each[1:], 0) if each.startswith("-") else amounts.get(each, 0) for each in parts)
