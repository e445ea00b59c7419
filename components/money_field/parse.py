"""Reads a dollar amount as people type it."""

import re
from decimal import Decimal

from components.field import Unreadable

LARGEST = Decimal("999999999.99")
_AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?")


def read_money(text: str) -> Decimal | None:
    """The amount, or None for an empty field. Unreadable says what to do; nothing is rounded or guessed.

    A comma is taken between groups of three figures only: "31,20" may mean 31.20 or 3120, so the person is asked.
    """
    typed = re.sub(r"\s", "", text)
    if not typed:
        return None
    if typed[0] in "-\N{MINUS SIGN}\N{EN DASH}(":
        raise Unreadable("money.negative")
    amount = _AMOUNT.fullmatch(typed.removeprefix("$"))
    if amount is None or not any(amount.groups()):
        raise Unreadable("money.not_a_number")
    dollars, cents = amount.group(1) or "0", amount.group(2) or ""
    if len(cents) > 2:
        raise Unreadable("money.too_many_decimals")
    value = Decimal(f"{dollars.replace(',', '')}.{cents:0<2}")
    if value > LARGEST:
        raise Unreadable("money.too_large")
    return value


def write_money(value: Decimal | None) -> str:
    """The amount as a field shows it at first: commas, and cents only if there are any."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
