"""Reads a date that was typed as month, day and year."""

from datetime import date

from components.field.commit import Typed, Unreadable
from components.field.pasted import without_spaces
from services.words import month_number

PARTS = ("month", "day", "year")


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
        raise Unreadable("date.not_real") from problem


def _month_of(typed: str) -> str:
    if typed.isdigit():
        return typed
    if number := month_number(typed):
        return str(number)
    raise Unreadable("date.month_as_number")
