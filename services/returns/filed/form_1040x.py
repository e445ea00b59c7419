"""Lines 1 to 15 of Form 1040-X: the three columns of an amended return, each from lines of Form 1040.

The numbers are those of the revision of December 2025. It could not be opened here. Two descriptions of it agree: one
was made from the fields of its PDF, one from its instructions. But for line 4 they are those of the form of February
2024, which was read. Line 9 is reserved. Lines 16 to 23 are about what was paid and came back since, which no answer
tells.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from services.finder import Confirmed, Source
from services.returns.filed.marking import Filed
from services.tax import Computed, Money

SOURCE = Source("Form 1040-X (Rev. December 2025), lines 1 to 15", Confirmed.SECONDARY)
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
    amounts = {line.id: line.amount for line in now.lines}
    return [_amended(number, _sum(parts, filed.lines), _sum(parts, amounts)) for number, parts in _LINES.items()]


def _amended(number: str, original: Money, now: Money) -> Amended:
    return Amended(number, original, now - original, max(now, 0) if number == _TAXABLE_INCOME else now)


def _sum(parts: list[str], amounts: Mapping[str, Money]) -> Money:
    return sum(-amounts.get(each[1:], 0) if each.startswith("-") else amounts.get(each, 0) for each in parts)
