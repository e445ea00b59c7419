"""When something happened, as people read it."""

from datetime import datetime

from services.words import long_date, sentence


def moment(at: datetime) -> str:
    """`February 3, 2026 at 14:05 UTC`: the same for everybody who looks, wherever they are."""
    return f"{long_date(at.date())} at {clock(at)} UTC"


def clock(at: datetime) -> str:
    """`14:05`, of a day that is known."""
    return f"{at:%H:%M}"


def ago(at: datetime, now: datetime) -> str:
    """`3 hours ago`: needs no time zone. For what lies less than a few days back."""
    minutes = max(0, int((now - at).total_seconds()) // 60)
    if minutes < 1:
        return sentence("ago.now")
    if minutes < 60:
        return sentence("ago.minute" if minutes == 1 else "ago.minutes", count=minutes)
    return sentence("ago.hour" if minutes < 120 else "ago.hours", count=minutes // 60)
