"""Deleting one's account: asked for by its owner, and taken back within 30 days by the link in our letter.

While a law makes us keep the account, the link works beyond these days: what is there can be taken back.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import col, delete, select

from db.tables.customers.privacy import AccountDeletion
from db.tables.people import Account
from services import audit, mail, policy
from services.accounts import notices, sessions
from services.accounts.changes import wishes
from services.accounts.enrolment import DOOR
from services.errors import Invalid, NotAllowed, NotFound
from services.house import DbSession, House
from services.privacy import under_way
from services.tokens import hash_of, new_token
from services.trust import keeping
from services.trust.rows import State
from services.visitor import Person
from services.words import long_date, moment

WAY_BACK = timedelta(days=30)
"""So long it can be taken back. The page, the letter and the privacy statement say so too."""


async def ask(house: House, person: Person, *, sure: bool) -> None:
    """Have the account deleted in 30 days: every session ends now, and whoever helps can't see anything any more.

    Invalid('sure') without a clear yes, and for the last administrator, without whom nobody could grant roles;
    NotAllowed for a demo account, which many people share. The letter with the way back goes also to the addresses that
    can take the account back: whoever asks may have changed the address before.
    """
    policy.privacy.DELETE_ACCOUNT.require(person)
    if not sure:
        raise Invalid("sure", "your_data.delete.not_sure")
    token, now = new_token(), house.clock.now()
    async with house.transaction(person) as session:
        account = await session.get_one(Account, person.person_id)
        if account.is_demo:
            raise NotAllowed("demo.shared")
        await _check_not_the_last_administrator(session)
        session.add(
            AccountDeletion(account_id=account.id, asked_at=now, due_at=now + WAY_BACK, token_hash=hash_of(token))
        )
        await _end_trust(session, person)
        audit.record(session, person, "account.deletion_asked", subject_table="account", subject_id=account.id)
        template = "account_leaves_held" if await under_way.is_held(session, account.id) else "account_leaves"
        values = {"token": token, "day": long_date((now + WAY_BACK).date()), "until": moment(now + WAY_BACK)}
        for address in await wishes.known_addresses(session, account):
            await mail.post(session, person, to=address, template=template, values=values)
        await sessions.end_all(session, person)


async def can_be_taken_back(house: House, *, token: str) -> bool:
    """Whether the link in the letter still works."""
    async with house.transaction(DOOR) as session:
        found = await session.exec(select(AccountDeletion.account_id).where(*_asked_with(house, token)))
        return found.first() is not None


async def take_back(house: House, *, token: str) -> None:
    """Keep the account; its owner can sign in again, and gets a letter. NotFound for a link that is over."""
    async with house.transaction(DOOR) as session:
        undone = delete(AccountDeletion).where(*_asked_with(house, token)).returning(col(AccountDeletion.account_id))
        account_id = (await session.exec(undone)).scalar_one_or_none()
        if account_id is None:
            raise NotFound
        await _stays(session, account_id, notices.Event.ACCOUNT_STAYS)


async def keep(session: DbSession, account_id: UUID, *, event: notices.Event) -> bool:
    """Take a deletion back for an owner who gets in again without that letter: whether there was one.

    They are told of it as of this event. Run as System('accounts').
    """
    theirs = delete(AccountDeletion).where(col(AccountDeletion.account_id) == account_id)
    there_was = (await session.exec(theirs.returning(col(AccountDeletion.account_id)))).first() is not None
    if there_was:
        await _stays(session, account_id, event)
    return there_was


async def _stays(session: DbSession, account_id: UUID, event: notices.Event) -> None:
    audit.record(session, DOOR, "account.deletion_undone", subject_table="account", subject_id=account_id)
    await notices.tell(session, DOOR, account_id=account_id, event=event)


def _asked_with(house: House, token: str) -> tuple[ColumnElement[bool], ...]:
    """Whether the account is still there to be taken back: its days are not over, or a law makes us keep it."""
    is_there = or_(col(AccountDeletion.due_at) > house.clock.now(), func.app_is_held(AccountDeletion.account_id))
    return col(AccountDeletion.token_hash) == hash_of(token), is_there


async def _check_not_the_last_administrator(session: DbSession) -> None:
    """One at a time, so that the last two can't both leave at once."""
    await session.one_at_a_time("account_deletion of an administrator")
    if (await session.exec(select(func.app_is_last_administrator()))).one():
        raise Invalid("sure", "your_data.delete.last_administrator")


async def _end_trust(session: DbSession, person: Person) -> None:
    for access in await keeping.accesses(session, person):
        if access.state in {State.WAITING, State.OPEN}:
            await keeping.end(session, person, access_id=access.id)
