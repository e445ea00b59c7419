"""Who comes with a token, or has a page open: looked up anew each time, because a session can end at any moment."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from db.tables.people import BrowserSession
from db.tables.staff import RoleGrant
from db.values.people import Role
from services.accounts.device_names import DeviceName
from services.accounts.sessions.ending import News, news_of
from services.accounts.sessions.lasting import noted_every, open_now
from services.house import DbSession
from services.tokens import hash_of
from services.visitor import Guest, Person

ROLES = (
    select(func.array_agg(RoleGrant.role))
    .where(col(RoleGrant.account_id) == BrowserSession.account_id, col(RoleGrant.ended_at).is_(None))
    .correlate(BrowserSession)
    .scalar_subquery()
)
"""Beside a session: the roles that its account holds now, None for none. Asked with each look, as roles end too."""


class Standing(NamedTuple):
    """Whose an open session is now, and whether it is time to write down that it is used."""

    visitor: Person | Guest
    use_is_due: bool


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


async def standing(session: DbSession, session_id: UUID) -> Standing | None:
    """The same without writing anything: `use_is_due` says when `still_open` is to be called too."""
    found = await _found(session, BrowserSession.id == session_id)
    return Standing(_holder(*found), _use_is_due(session, found[0])) if found else None


def person_of(row: BrowserSession, account_id: UUID, held: Iterable[str] | None) -> Person:
    """Who works for us has the rights of the roles that they hold only by two factors, and is a customer otherwise."""
    roles = frozenset(Role(role) for role in held or ())
    lacks = bool(roles) and not row.two_factors
    return Person(account_id, row.id, frozenset() if lacks else roles, row.proved_at, lacks)


async def _known(
    session: DbSession, which: bool, device: DeviceName | None = None, *, is_use: bool
) -> Person | Guest | None:
    found = await _found(session, which)
    if found is None:
        return None
    row, _ = found
    if device is not None and device != (row.browser, row.system):
        row.browser, row.system = device
    if is_use and _use_is_due(session, row):
        row.last_seen_at = session.house.clock.now()
        session.tell(news_of(row.id), News.USED.encode())
    return _holder(*found)


async def _found(session: DbSession, which: bool) -> tuple[BrowserSession, Iterable[str] | None] | None:
    return (await session.exec(select(BrowserSession, ROLES).where(which, *open_now(session)))).first()


def _use_is_due(session: DbSession, row: BrowserSession) -> bool:
    return session.house.clock.now() - row.last_seen_at > noted_every(session.house)


def _holder(row: BrowserSession, held: Iterable[str] | None) -> Person | Guest:
    return Guest(row.id) if row.account_id is None else person_of(row, row.account_id, held)
