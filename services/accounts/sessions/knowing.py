"""Who comes with a token, or has a page open: looked up anew each time, because a session can end at any moment."""

from collections.abc import Iterable
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


def person_of(row: BrowserSession, account_id: UUID, held: Iterable[str] | None) -> Person:
    """Who works for us has the rights of the roles that they hold only by two factors, and is a customer otherwise."""
    roles = frozenset(Role(role) for role in held or ())
    lacks = bool(roles) and not row.two_factors
    return Person(account_id, row.id, frozenset() if lacks else roles, row.proved_at, lacks)


async def _known(
    session: DbSession, which: bool, device: DeviceName | None = None, *, is_use: bool
) -> Person | Guest | None:
    now = session.house.clock.now()
    found = (await session.exec(select(BrowserSession, ROLES).where(which, *open_now(session)))).first()
    if found is None:
        return None
    row, held = found
    if device is not None and device != (row.browser, row.system):
        row.browser, row.system = device
    if is_use and now - row.last_seen_at > noted_every(session.house):
        row.last_seen_at = now
        session.tell(news_of(row.id), News.USED.encode())
    return Guest(row.id) if row.account_id is None else person_of(row, row.account_id, held)
