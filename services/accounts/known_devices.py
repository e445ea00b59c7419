"""The devices that an account knows. Signing in on another one is told to the person by letter.

A device is known by a random token in a cookie of its own, and by nothing else: it is not recognised by what it is. The
token opens nothing; whoever takes it only keeps one letter from being written.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, delete, select

from db.tables.people import Account, KnownDevice
from db.types import new_id
from services.accounts import notices
from services.accounts.device_names import DeviceName
from services.accounts.enrolment import DOOR
from services.house import DbSession
from services.tokens import hash_of, new_token
from services.visitor import Person

KNOWN_FOR = timedelta(days=400)
"""The longest that browsers keep a cookie (RFC 6265bis, 5.5)."""
_FIRST_WITHIN = timedelta(hours=1)


async def meet(session: DbSession, person: Person, *, token: str, device: DeviceName) -> str:
    """Know the device from now on: the token for its cookie. Run as System('accounts').

    `token` is what it brought; one that no account knows is replaced, so that nobody can plant their own.
    """
    account = await session.get_one(Account, person.person_id)
    knowing = await _accounts_that_know(session, token)
    if account.id not in knowing and not await _is_first(session, account):
        await notices.tell(session, DOOR, account_id=account.id, event=notices.Event.NEW_DEVICE, device=device)
    token = token if knowing else new_token()
    used = {"session_id": person.session_id, "expires_at": session.house.clock.now() + KNOWN_FOR}
    row = insert(KnownDevice).values(id=new_id(), account_id=account.id, token_hash=hash_of(token), **used)
    await session.exec(row.on_conflict_do_update(index_elements=["account_id", "token_hash"], set_=used))
    return token


async def forget(session: DbSession, person: Person, *, used_in: UUID) -> None:
    """Forget the device of one session of this person."""
    await _forget(session, person, col(KnownDevice.session_id) == used_in)


async def forget_others(session: DbSession, person: Person) -> None:
    """Forget every device of this person but the one that asks."""
    elsewhere = or_(col(KnownDevice.session_id).is_(None), col(KnownDevice.session_id) != person.session_id)
    await _forget(session, person, elsewhere)


async def forget_all(session: DbSession, account_id: UUID) -> None:
    """Forget every device of an account: the next sign-in on any is told. Run as System('accounts')."""
    await session.exec(delete(KnownDevice).where(col(KnownDevice.account_id) == account_id))


async def _forget(session: DbSession, person: Person, which: ColumnElement[bool]) -> None:
    await session.exec(delete(KnownDevice).where(col(KnownDevice.account_id) == person.person_id, which))


async def _accounts_that_know(session: DbSession, token: str) -> set[UUID]:
    query = select(KnownDevice.account_id).where(
        KnownDevice.token_hash == hash_of(token), col(KnownDevice.expires_at) > session.house.clock.now()
    )
    return set(await session.exec(query))


async def _is_first(session: DbSession, account: Account) -> bool:
    """Whether the account has just been made, and this is where."""
    if session.house.clock.now() - account.created_at > _FIRST_WITHIN:
        return False
    return (await session.exec(select(KnownDevice.id).where(KnownDevice.account_id == account.id))).first() is None
