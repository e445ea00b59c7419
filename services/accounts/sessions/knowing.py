"""Who comes with a token, or has a page open: looked up anew each time, because a session can end at any moment."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import select

from db.tables.people import Account, BrowserSession
from db.values import Role
from services.accounts.device_names import DeviceName
from services.accounts.sessions.ending import News, news_of
from services.accounts.sessions.lasting import idle_limit, open_now
from services.house import DbSession
from services.tokens import hash_of
from services.visitor import Guest, Person

_SEEN_EVERY = timedelta(minutes=1)


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


def person_of(row: BrowserSession, account: Account) -> Person:
    """Who works for us has the rights of that only by two factors, and is a customer otherwise."""
    role = Role(account.role)
    lacks = role is not Role.CUSTOMER and not row.two_factors
    return Person(account.id, row.id, Role.CUSTOMER if lacks else role, row.proved_at, lacks)


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
    if is_use and now - row.last_seen_at > min(_SEEN_EVERY, idle_limit(session) / 10):
        row.last_seen_at = now
        session.tell(news_of(row.id), News.USED.encode())
    return Guest(row.id) if account is None else person_of(row, account)
