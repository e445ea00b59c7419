"""Sessions in our own table. The browser holds an opaque token; we hold its hash, and can end it at any moment."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select, update

from db.tables.people import Account, BrowserSession
from db.values import Role
from services.accounts.device_names import DeviceName
from services.errors import NotAllowed
from services.house import DbSession, House
from services.tokens import hash_of, new_token
from services.visitor import Guest, Person

PERSON_STAYS = timedelta(hours=24)
"""So long after somebody has shown that the account is theirs, and again each time that they show it anew.

NIST SP 800-63B-4, 2.2.3, wants no more at AAL2; WCAG 2.2.1 asks of more than 20 hours only what use has anyway.
"""
GUEST_STAYS = timedelta(days=7)
PROOF_LASTS = timedelta(minutes=10)
"""So long after somebody has shown that an account is theirs, they may do what needs that."""
WARNED_BEFORE = timedelta(minutes=2)
"""So long before a session ends by itself, its open pages say so."""
_SEEN_EVERY = timedelta(minutes=1)


class News(StrEnum):
    """What the open pages of a session are told."""

    USED = "used"

    SIGNED_OUT = "signed out"
    REPLACED = "replaced"
    """Somebody has signed in anew in the same browser."""


Holder_co = TypeVar("Holder_co", bound=Person | Guest, covariant=True)


@dataclass(frozen=True, slots=True)
class Opened(Generic[Holder_co]):
    """A session just opened, and the token that goes into the cookie and nowhere else.

    A guest's that `owes_step` is half-way into an account: the second step is next (second_steps/half_way.py).
    """

    visitor: Holder_co
    token: str
    lasts: timedelta
    owes_step: bool = False


async def open_for_guest(session: DbSession, *, instead_of: Guest | None = None) -> Opened[Guest]:
    """Begin a session without an account, or go on with a guest's under a new token. Run as System('accounts')."""
    token, row = _new(session, GUEST_STAYS, row=await _still_a_guests(session, instead_of))
    await session.flush()
    return Opened(Guest(row.id), token, GUEST_STAYS)


async def open_for(
    session: DbSession, account: Account, *, instead_of: Guest | None = None, two_factors: bool = False
) -> Opened[Person]:
    """Begin a signed-in session; a guest's own row is taken over under a new token. Run as System('accounts').

    `two_factors` is whether it is opened by a second step or a passkey: only such a one has the rights of staff.
    """
    token, row = _new(session, PERSON_STAYS, row=await _still_a_guests(session, instead_of))
    row.account_id, row.proved_at, row.two_factors = account.id, row.last_seen_at, two_factors
    await session.flush()
    return Opened(_person(row, account), token, PERSON_STAYS)


async def prove(session: DbSession, person: Person, *, two_factors: bool = False) -> Opened[Person]:
    """Write down that somebody has shown anew that the account is theirs: the session goes on, under a new token.

    NotAllowed when it has ended. Run as System('accounts').
    """
    query = select(BrowserSession, Account).join(Account).where(BrowserSession.id == person.session_id)
    found = (await session.exec(query.where(*open_now(session)).with_for_update(of=BrowserSession))).first()
    if found is None:
        raise NotAllowed("session.ended")
    row, account = found
    token, now = new_token(), session.house.clock.now()
    row.token_hash, row.proved_at, row.two_factors = hash_of(token), now, row.two_factors or two_factors
    row.expires_at = now + PERSON_STAYS
    session.tell(news_of(row.id), News.USED.encode())
    return Opened(_person(row, account), token, PERSON_STAYS)


async def lose_second_factor(session: DbSession, person: Person) -> None:
    """No session of this person is one of two factors any more. Run as System('accounts')."""
    theirs = update(BrowserSession).where(col(BrowserSession.account_id) == person.person_id)
    await session.exec(theirs.values(two_factors=False))


def is_proved_lately(house: House, person: Person) -> bool:
    """Whether somebody has shown a short time ago that the account is theirs."""
    return person.proved_at is not None and house.clock.now() - person.proved_at < PROOF_LASTS


async def visitor_of(
    session: DbSession, token: str, *, device: DeviceName | None = None, is_use: bool = True
) -> Person | Guest | None:
    """Who holds this token; None when it is unknown, ended or too old. Run as System('accounts').

    `device` is what brought the token: the person finds its name in the list of their devices. `is_use` puts off the
    end of the session for want of use.
    """
    return await _known(session, BrowserSession.token_hash == hash_of(token), device, is_use=is_use)


async def still_open(session: DbSession, session_id: UUID, *, is_use: bool = True) -> Person | Guest | None:
    """Who this session row belongs to now; None when it has ended. Run as System('accounts')."""
    return await _known(session, BrowserSession.id == session_id, is_use=is_use)


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
    unused = row.last_seen_at + _idle(session)
    now = session.house.clock.now()
    return TimeLeft(min(unused, row.expires_at) - now, unused < row.expires_at)


async def end(session: DbSession, session_id: UUID, *, ending: News = News.SIGNED_OUT) -> None:
    """End one session at once; its open pages hear of it."""
    await _end(session, ending, col(BrowserSession.id) == session_id)


async def end_all(session: DbSession, person: Person, *, but_here: bool = False) -> None:
    """End every session of this person, on every device, at once; `but_here` leaves the one that asks."""
    theirs = col(BrowserSession.account_id) == person.person_id
    others = col(BrowserSession.id) != person.session_id
    await _end(session, News.SIGNED_OUT, theirs, *([others] if but_here else []))


async def end_every(session: DbSession, account_id: UUID) -> None:
    """End every session of an account at once. Run as System('accounts')."""
    await _end(session, News.SIGNED_OUT, col(BrowserSession.account_id) == account_id)


def news_of(session_id: UUID) -> str:
    """The channel in `house.shared` on which the open pages of a session hear of it."""
    return f"session {session_id}"


def open_now(session: DbSession) -> tuple[ColumnElement[bool], ...]:
    """What is true of every session that is good at this moment."""
    now = session.house.clock.now()
    is_used = or_(col(BrowserSession.account_id).is_(None), col(BrowserSession.last_seen_at) > now - _idle(session))
    return col(BrowserSession.ended_at).is_(None), col(BrowserSession.expires_at) > now, is_used


def _idle(session: DbSession) -> timedelta:
    """A person's session ends when it was not used for so long. A guest's has no such limit."""
    return timedelta(minutes=session.house.settings.idle_minutes)


async def _end(session: DbSession, ending: News, *which: ColumnElement[bool]) -> None:
    now = session.house.clock.now()
    going = update(BrowserSession).where(*which, col(BrowserSession.ended_at).is_(None)).values(ended_at=now)
    ended = await session.exec(going.returning(col(BrowserSession.id)))
    for session_id in ended.scalars():
        session.tell(news_of(session_id), ending.encode())


def _new(session: DbSession, stays: timedelta, row: BrowserSession | None = None) -> tuple[str, BrowserSession]:
    token, now = new_token(), session.house.clock.now()
    row = row or BrowserSession(created_at=now, token_hash=b"", expires_at=now, last_seen_at=now)
    row.created_at = row.last_seen_at = now
    row.token_hash, row.expires_at = hash_of(token), now + stays
    session.add(row)
    return token, row


async def _still_a_guests(session: DbSession, guest: Guest | None) -> BrowserSession | None:
    """The guest's row, locked; None once another sign-in has taken it, which must not lose its token."""
    if guest is None or guest.session_id is None:
        return None
    query = select(BrowserSession).where(
        BrowserSession.id == guest.session_id, col(BrowserSession.account_id).is_(None)
    )
    return (await session.exec(query.with_for_update())).first()


async def _known(
    session: DbSession, which: bool, device: DeviceName | None = None, *, is_use: bool
) -> Person | Guest | None:
    now = session.house.clock.now()
    query = select(BrowserSession, Account).join(Account, isouter=True).where(which, *open_now(session))
    found = (await session.exec(query)).first()
    if found is None:
        return None
    row, account = found
    if device is not None and device != (row.browser, row.system):
        row.browser, row.system = device
    if is_use and now - row.last_seen_at > min(_SEEN_EVERY, _idle(session) / 10):
        row.last_seen_at = now
        session.tell(news_of(row.id), News.USED.encode())
    return Guest(row.id) if account is None else _person(row, account)


def _person(row: BrowserSession, account: Account) -> Person:
    """Who works for us has the rights of that only by two factors, and is a customer otherwise."""
    role = Role(account.role)
    lacks = role is not Role.CUSTOMER and not row.two_factors
    return Person(account.id, row.id, Role.CUSTOMER if lacks else role, row.proved_at, lacks)
