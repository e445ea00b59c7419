"""When something happened, as staff read it."""

from datetime import datetime

from services.words import long_date


def moment(instant: datetime) -> str:
    """`February 3, 2026, 14:05 UTC`: staff sit in several time zones."""
    return f"{long_date(instant.date())}, {instant:%H:%M} UTC"
