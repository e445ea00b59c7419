"""Figures of machines as people read them. No line ends between a figure and its unit."""

from decimal import Decimal

from services.vitals.limits import Unit
from services.words import sentence

Measured = float | Decimal
"""As it was measured, or as a chart hands it on."""

_MEGABYTE, _GIGABYTE = 1_000_000, 1_000_000_000
_TIED = "\N{NO-BREAK SPACE}"


def figure(value: float, unit: Unit) -> str:
    """A value with its unit: `180 ms`, `1.2 s`, `4%`, `3 minutes`."""
    match unit:
        case "ms":
            return milliseconds(value)
        case "share":
            return share(value)
        case "seconds":
            return duration(value)
        case _:
            return whole(value)


def whole(value: Measured) -> str:
    """A number of things: `1,200`."""
    return f"{value:,.0f}"


def milliseconds(value: Measured) -> str:
    """Whole milliseconds; from a second on, seconds."""
    return f"{value:,.0f}{_TIED}ms" if value < 1000 else f"{value / 1000:,.1f}{_TIED}s"


def share(value: Measured) -> str:
    """Percent; below one percent with a digit after the point, so that something is never nothing."""
    return f"{value:.1%}" if 0 < value < 0.01 else f"{value:.0%}"


def duration(seconds: float) -> str:
    """The largest unit that fits, in words."""
    for unit, length in (("day", 86_400), ("hour", 3600), ("minute", 60)):
        if seconds >= length:
            return _counted(unit, int(seconds // length))
    return _counted("second", int(seconds))


def size(in_bytes: Measured) -> str:
    """Megabytes, or gigabytes from the first one on; they are millions and thousands of millions of bytes."""
    if in_bytes < _GIGABYTE:
        return f"{in_bytes / _MEGABYTE:,.0f}{_TIED}MB"
    return f"{in_bytes / _GIGABYTE:,.1f}{_TIED}GB"


def _counted(unit: str, number: int) -> str:
    return sentence(f"health.{unit}.one" if number == 1 else f"health.{unit}.more", number=f"{number:,}")
