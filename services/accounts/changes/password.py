"""Changing the password. Who is signed in still proves that they know the current one (OWASP ASVS 5.0, 6.2.3)."""

import asyncio
from functools import partial

from db.tables.people import Account
from services import audit
from services.accounts import addresses, known_devices, notices, passwords, sessions, throttling
from services.accounts.enrolment import DOOR, refuse_if_shared
from services.accounts.second_steps import authenticator
from services.errors import Invalid, NotAllowed
from services.house import DbSession, House
from services.visitor import Person


async def problems(house: House, person: Person, *, current: str, new: str, place: str) -> list[Invalid]:
    """Everything that is wrong with both passwords, in the order of their fields; empty when nothing is.

    `place` is where the try comes from: the current one is tried as slowly as at sign-in. NotAllowed for a demo
    account, and for who has none and has not shown a short time ago that the account is theirs.
    """
    async with house.transaction(person) as session:
        await refuse_if_shared(session, person.person_id)
        account = await session.get_one(Account, person.person_id)
        has_second_step = await authenticator.confirmed_at(session, account.id) is not None
    if account.password_hash is None and not sessions.is_proved_lately(house, person):
        raise NotAllowed("proof.needed")
    address = addresses.address_of(house, account)
    checks = [partial(_is_current, house, person, account, current, place)] if account.password_hash else []
    fresh = partial(passwords.check, new, address=address, with_second_step=has_second_step)
    found = []
    for check in (*checks, partial(asyncio.to_thread, fresh)):
        try:
            await check()
        except Invalid as problem:
            found.append(problem)
    return found


async def change(house: House, person: Person, *, new: str, ends_others: bool) -> None:
    """Set a password that has no problems, and tell the person by letter.

    `ends_others` signs every other device out (ASVS 7.4.3): whoever knew the old password may be on one of them.
    """
    password_hash = await passwords.hashed(new)
    async with house.transaction(DOOR) as session:
        account = await session.get_one(Account, person.person_id, with_for_update=True)
        event = notices.Event.PASSWORD_CHANGED if account.password_hash else notices.Event.PASSWORD_SET
        put(session, account, password_hash, is_enough_alone=passwords.is_enough_alone(new))
        if ends_others:
            await sessions.end_all(session, person, but_here=True)
            await known_devices.forget_others(session, person)
        audit.record(session, DOOR, "password.changed", subject_table="account", subject_id=account.id)
        here = await notices.device_of(session, person)
        await notices.tell(session, DOOR, account_id=account.id, event=event, device=here)


def put(session: DbSession, account: Account, password_hash: str, *, is_enough_alone: bool) -> None:
    """Set the hash of a new password, when that was, and how strong it is. Run as System('accounts')."""
    account.password_hash, account.password_set_at = password_hash, session.house.clock.now()
    account.password_needs_second_step = not is_enough_alone


async def _is_current(house: House, person: Person, account: Account, password: str, place: str) -> None:
    counts = throttling.counts_of(account.email_index, place)
    async with throttling.counted_unless_done(house, counts, field="current") as turn:
        if await passwords.matches(account.password_hash, password):
            return
        async with house.transaction(person) as session:
            audit.record(session, person, "password.refused", subject_table="account", subject_id=account.id)
        raise (
            throttling.refusal(turn, field="current")
            if turn.wait_seconds
            else Invalid("current", "password.not_current")
        )
