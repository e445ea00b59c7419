"""How long ago something happened, as people read it."""

from datetime import datetime

from services.words import sentence


def ago(at: datetime, now: datetime) -> str:
    """`3 hours ago`: needs no time zone. For what lies less than a few days back."""
    minutes = max(0, int((now - at).total_seconds()) // 60)
    if minutes < 1:
        return sentence("ago.now")
    if minutes < 60:
        return sentence("ago.minute" if minutes == 1 else "ago.minutes", count=minutes)
    return sentence("ago.hour" if minutes < 120 else "ago.hours", count=minutes // 60)
