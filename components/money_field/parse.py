"""Reads a dollar amount as people type it."""

import re
from decimal import Decimal

from components.field.commit import Unreadable
from components.field.pasted import without_spaces

LARGEST = Decimal("999999999.99")
_AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?")
_SIGNED = (
    (-1, re.compile(r"\$?\(\$?(.*)\)")),
    (-1, re.compile(r"[-\N{MINUS SIGN}\N{EN DASH}]\$(.*)")),
    (-1, re.compile(r"\$?[-\N{MINUS SIGN}\N{EN DASH}](.*)")),
    (1, re.compile(r"\$(.*)")),
)


def read_money(text: str, *, may_be_negative: bool = False) -> Decimal | None:
    """The amount, or None for an empty field. Unreadable says what to do; nothing is rounded or guessed.

    A comma is taken between groups of three figures only: "31,20" may mean 31.20 or 3120, so the person is asked.
    """
    typed = without_spaces(text)
    if not typed:
        return None
    sign, typed = _sign_of(typed)
    amount = _AMOUNT.fullmatch(typed)
    if amount is None or not any(amount.groups()):
        raise Unreadable("money.not_a_number")
    if sign < 0 and not may_be_negative:
        raise Unreadable("money.negative")
    dollars, cents = amount.group(1) or "0", amount.group(2) or ""
    if len(cents) > 2:
        raise Unreadable("money.too_many_decimals")
    value = Decimal(f"{dollars.replace(',', '')}.{cents:0<2}")
    if value > LARGEST:
        raise Unreadable("money.too_large")
    return sign * value


def write_money(value: Decimal | None) -> str:
    """The amount as a field shows it at first: commas, and cents only if there are any."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


def _sign_of(typed: str) -> tuple[int, str]:
    """-1 and the figures for a minus sign, for a dash that stands for one, and for (500) as on a statement; else 1.

    A dollar sign may stand before or behind it.
    """
    for sign, written in _SIGNED:
        if found := written.fullmatch(typed):
            return sign, found[1]
    return 1, typed
