"""Single values of a cost: a choice, a day, a distance. Each reader gives the value or the fault."""

from datetime import date
from enum import StrEnum
from typing import Any

from services.finder.reading.faults import Fault
from services.tax import Reader

_MOST_MILES = 100_000
_MOST_EMPLOYEES = 1_000_000
_LONGEST_TEXT = 100


def one_of(choices: type[StrEnum], fault: Fault) -> Reader:
    """A reader of one of the choices, which gives this fault for anything else."""
    known = {choice.value: choice for choice in choices}
    return lambda value: known.get(value, fault) if isinstance(value, str) else fault


def day(value: Any) -> date | Fault:
    """A day as 2025-12-31."""
    if isinstance(value, date):
        return value
    try:
        read = date.fromisoformat(value)
    except (TypeError, ValueError):
        return Fault.DAY
    return read if read.isoformat() == value else Fault.DAY  # Python also reads 20251231 and 2025-W52-3


def miles(value: Any) -> int | Fault:
    """Whole miles."""
    return value if _whole(value) and 0 < value <= _MOST_MILES else Fault.MILES


def employees(value: Any) -> int | Fault:
    """How many people."""
    return value if _whole(value) and 0 <= value <= _MOST_EMPLOYEES else Fault.EMPLOYEES


def text(value: Any) -> str | Fault:
    """A short text."""
    return value if isinstance(value, str) and len(value) <= _LONGEST_TEXT else Fault.TEXT


def unread(value: Any) -> Any:
    """The value as it is, for whoever reads it further."""
    return value


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
