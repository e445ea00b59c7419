"""Single values of a return: an amount, an age, a yes or no. Each reader gives the value or the fault."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from services.tax.money import CENTS_A_DOLLAR, Money
from services.tax.reading.faults import Fault
from services.tax.situations import BY_NAME, Situation

Reader = Callable[[Any], Any]
"""Reads one JSON value; an unusable value comes back as a Fault."""

_LARGEST_IN_DOLLARS = 10**12
_LARGEST = _LARGEST_IN_DOLLARS * CENTS_A_DOLLAR
_OLDEST = 130
MOST_IN_A_LIST = 100
# Short enough that Decimal keeps every digit (28), and that no exponent takes it out of its range.
_DECIMAL = re.compile(r"[+-]?\d{1,18}(\.\d{1,8})?([eE][+-]?\d{1,2})?", re.ASCII)


def gain_or_loss(value: Any) -> Money | Fault:
    """Dollars as a whole number, a decimal or a decimal string; below zero is a loss."""
    if isinstance(value, int) and not isinstance(value, bool):
        cents = value * CENTS_A_DOLLAR
        return cents if -_LARGEST < cents < _LARGEST else Fault.AMOUNT_TOO_LARGE
    return _cents(value)


def amount(value: Any) -> Money | Fault:
    """Dollars, zero or more."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGEST_IN_DOLLARS:  # nearly always
        return value * CENTS_A_DOLLAR
    cents = gain_or_loss(value)
    if isinstance(cents, Fault):
        return cents
    return cents if cents >= 0 else Fault.AMOUNT_NEGATIVE


def profit(value: Any) -> Money | Fault:
    """Dollars of a business, zero or more: what a loss changes is not worked out here."""
    cents = gain_or_loss(value)
    return Fault.BUSINESS_LOSS if not isinstance(cents, Fault) and cents < 0 else cents


def situations(value: Any) -> tuple[Situation, ...] | Fault:
    """A list of names of what else is in the return."""
    if fault := list_fault(value):
        return fault
    known = [BY_NAME.get(one) if isinstance(one, str) else None for one in value]
    return Fault.SITUATION if None in known else tuple(dict.fromkeys(filter(None, known)))


def list_fault(value: Any) -> Fault | None:
    """What is wrong with a list as such: it is none, or longer than a return can have."""
    if not isinstance(value, list):
        return Fault.LIST
    return Fault.LIST_TOO_LONG if len(value) > MOST_IN_A_LIST else None


def amounts(value: Any) -> tuple[Money, ...] | Fault:
    """A list of amounts, such as one for each student."""
    if fault := list_fault(value):
        return fault
    read = []
    for one in value:
        cents = amount(one)
        if isinstance(cents, Fault):
            return cents
        read.append(cents)
    return tuple(read)


def yes_no(value: Any) -> bool | Fault:
    """True or false."""
    return value if isinstance(value, bool) else Fault.YES_NO


def age(value: Any) -> int | Fault:
    """Whole years at the end of the tax year."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _OLDEST else Fault.AGE


def _cents(value: Any) -> Money | Fault:
    if isinstance(value, bool) or not isinstance(value, float | str | Decimal):
        return Fault.AMOUNT
    if isinstance(value, str) and not _DECIMAL.fullmatch(value):
        return Fault.AMOUNT
    try:
        cents = Decimal(repr(value) if isinstance(value, float) else value) * CENTS_A_DOLLAR
        whole = cents.to_integral_value()
    except InvalidOperation:
        return Fault.AMOUNT
    if not cents.is_finite():
        return Fault.AMOUNT
    if abs(cents) >= _LARGEST:
        return Fault.AMOUNT_TOO_LARGE
    return int(whole) if cents == whole else Fault.AMOUNT_TOO_FINE
