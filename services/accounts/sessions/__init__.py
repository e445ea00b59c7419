"""Sessions in our own table. The browser holds an opaque token; we hold its hash, and can end it at any moment."""

from services.accounts.sessions.ending import News, end, end_all, end_every, news_of
from services.accounts.sessions.knowing import Standing, standing, still_open, visitor_of
from services.accounts.sessions.lasting import (
    GUEST_STAYS,
    PERSON_STAYS,
    PROOF_LASTS,
    TimeLeft,
    is_proved_lately,
    noted_every,
    open_now,
    time_left,
    warned_before,
)
from services.accounts.sessions.opening import (
    Opened,
    lose_second_factor,
    open_for,
    open_for_guest,
    prove,
    refuse_who_leaves,
)

__all__ = [
    "GUEST_STAYS",
    "PERSON_STAYS",
    "PROOF_LASTS",
    "News",
    "Opened",
    "Standing",
    "TimeLeft",
    "end",
    "end_all",
    "end_every",
    "is_proved_lately",
    "lose_second_factor",
    "news_of",
    "noted_every",
    "open_for",
    "open_for_guest",
    "open_now",
    "prove",
    "refuse_who_leaves",
    "standing",
    "still_open",
    "time_left",
    "visitor_of",
    "warned_before",
]
