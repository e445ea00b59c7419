"""When something happened, as staff read it."""

from datetime import datetime

from services.words import long_date


def moment(at: datetime) -> str:
    """`February 3, 2026 at 14:05 UTC`: the same for everybody who looks, wherever they are."""
    return f"{long_date(at.date())} at {clock(at)} UTC"


def clock(at: datetime) -> str:
    """`14:05`, of a day that is known."""
    return f"{at:%H:%M}"
