"""Reads a date that was typed as month, day and year."""

from calendar import monthrange
from datetime import date

from components.field.commit import Typed, Unreadable
from components.field.pasted import without_spaces
from services.words import month_number

PARTS = ("month", "day", "year")
_MONTHS = 12


def read_date(typed: Typed) -> date | None:
    """The date, or None when all three are empty. Unreadable says which part to mend."""
    parts = [without_spaces(part) for part in typed]
    if not any(parts):
        return None
    missing = [name for name, part in zip(PARTS, parts, strict=True) if not part]
    if missing:
        raise Unreadable(f"date.no_{missing[0]}" if len(missing) == 1 else "date.incomplete")
    month, day, year = _month_of(parts[0]), *parts[1:]
    if not all(part.isascii() and part.isdigit() for part in (month, day, year)):
        raise Unreadable("date.not_real")
    if len(year) != 4:
        raise Unreadable("date.year_four_digits")
    try:
        return date(int(year), int(month), int(day))
    except ValueError as problem:
        raise Unreadable(_why_not_real(int(year), int(month), int(day))) from problem


def _why_not_real(year: int, month: int, day: int) -> str:
    """Of a day beyond the end of its month: how many days that month has."""
    is_beyond = year > 0 and 1 <= month <= _MONTHS and day > monthrange(year, month)[1]
    return f"date.days_of.{month}" if is_beyond else "date.not_real"


def _month_of(typed: str) -> str:
    if typed.isdigit():
        return typed
    if number := month_number(typed):
        return str(number)
    raise Unreadable("date.month_as_number")
