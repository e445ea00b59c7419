"""How long a session lasts, and how long a proof does."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select

from db.tables.people import BrowserSession
from services.house import DbSession, House
from services.visitor import Person

PERSON_STAYS = timedelta(hours=24)
"""So long after somebody has shown that the account is theirs, and again each time that they show it anew.

NIST SP 800-63B-4, 2.2.3, wants no more at AAL2; WCAG 2.2.1 asks of more than 20 hours only what use has anyway.
"""
GUEST_STAYS = timedelta(days=7)
PROOF_LASTS = timedelta(minutes=10)
"""So long after somebody has shown that an account is theirs, they may do what needs that."""
_WARNED_BEFORE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """How long a session lasts by itself. Use puts the end off, unless the person has to show again that it is them."""

    until_end: timedelta
    by_use: bool


async def time_left(session: DbSession, person: Person) -> TimeLeft | None:
    """When this session ends if nothing is done; None when it has ended. To look is no use of it."""
    query = select(BrowserSession).where(BrowserSession.id == person.session_id, *open_now(session))
    row = (await session.exec(query)).first()
    if row is None:
        return None
    unused = row.last_seen_at + idle_limit(session)
    now = session.house.clock.now()
    return TimeLeft(min(unused, row.expires_at) - now, unused < row.expires_at)


def warned_before(session: DbSession) -> timedelta:
    """So long before a session ends by itself, its pages say so: two minutes; half of a limit that is no longer."""
    limit = idle_limit(session)
    return _WARNED_BEFORE if limit > _WARNED_BEFORE else limit / 2


def is_proved_lately(house: House, person: Person) -> bool:
    """Whether somebody has shown a short time ago that the account is theirs."""
    return person.proved_at is not None and house.clock.now() - person.proved_at < PROOF_LASTS


def open_now(session: DbSession) -> tuple[ColumnElement[bool], ...]:
    """What is true of every session that is good at this moment."""
    now = session.house.clock.now()
    unused_since = now - idle_limit(session)
    is_used = or_(col(BrowserSession.account_id).is_(None), col(BrowserSession.last_seen_at) > unused_since)
    return col(BrowserSession.ended_at).is_(None), col(BrowserSession.expires_at) > now, is_used


def noted_every(house: House) -> timedelta:
    """A use of a session is written down once in so long: a minute, or a tenth of a limit that is short."""
    return min(timedelta(minutes=1), timedelta(minutes=house.settings.idle_minutes) / 10)


def idle_limit(session: DbSession) -> timedelta:
    """A person's session ends when it was not used for so long. A guest's has no such limit."""
    return timedelta(minutes=session.house.settings.idle_minutes)
