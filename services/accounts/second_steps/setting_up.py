"""Turning the second step of one's own account on and off."""

from db.tables.people import Account
from services import audit
from services.accounts import addresses, enrolment, notices, passwords, sessions, throttling
from services.accounts.notices import Event
from services.accounts.second_steps import authenticator, recovery
from services.accounts.second_steps.having import second_steps_of
from services.errors import Invalid
from services.house import DbSession, House
from services.visitor import Person


async def begin(house: House, person: Person) -> authenticator.Key:
    """What the person tells their app. It shows the address of the account, so that they can tell two apart."""
    async with house.transaction(enrolment.DOOR) as session:
        await enrolment.refuse_if_shared(session, person.person_id)
        account = await session.get_one(Account, person.person_id)
        return await authenticator.begin(session, account.id, name=addresses.address_of(house, account))


async def confirm(house: House, person: Person, *, code: str, place: str) -> sessions.Opened[Person]:
    """Turn it on by a code of the app. The session goes on under a new token, as one of two factors.

    Invalid('code') when the code is not right, or must not be tried yet.
    """
    counts = throttling.counts_of_second_step(person.person_id, place)
    async with (
        throttling.counted_unless_done(house, counts, field="code"),
        house.transaction(enrolment.DOOR) as session,
    ):
        await authenticator.confirm(session, person.person_id, code=code)
        opened = await sessions.prove(session, person, two_factors=True)
        await _tell(session, person, Event.AUTHENTICATOR_ADDED)
    return opened


async def turn_off(house: House, person: Person, *, password: str, place: str) -> bool:
    """Take the app away: whether there was one. Without one, nothing happens.

    A passkey stays the second step, with the recovery codes. Without one, the codes go, and no session is one of two
    factors from then on. Invalid('password') when it is not right, or too short to protect the account alone from then
    on (NIST SP 800-63B-4, 3.1.1.2).
    """
    async with house.transaction(person) as session:
        await enrolment.refuse_if_shared(session, person.person_id)
        account = await session.get_one(Account, person.person_id)
        if not (await second_steps_of(session, person.person_id)).app:
            return False
    if account.password_hash:
        counts = throttling.counts_of(account.email_index, place)
        async with throttling.counted_unless_done(house, counts, field="password"):
            if not await passwords.matches(account.password_hash, password):
                raise Invalid("password", "proof.password_not_right")
    async with house.transaction(enrolment.DOOR) as session:
        return await _taken_away(session, person, password)


async def _taken_away(session: DbSession, person: Person, password: str) -> bool:
    account = await session.get_one(Account, person.person_id, with_for_update=True)
    is_short = account.password_hash is not None and not passwords.is_enough_alone(password)
    has_passkey = (await second_steps_of(session, person.person_id)).passkey
    if is_short and not has_passkey:
        raise Invalid("password", "second_step.password_too_short")
    if not await authenticator.remove(session, person.person_id):
        return False
    account.password_needs_second_step = is_short
    if not has_passkey:
        await recovery.remove(session, person.person_id)
        await sessions.lose_second_factor(session, person)
    await _tell(session, person, Event.AUTHENTICATOR_REMOVED)
    return True


async def make_recovery_codes(session: DbSession, person: Person) -> list[str]:
    """Ten new codes, shown to the person once. Those before are worth nothing from now on."""
    codes = await recovery.make(session, person.person_id)
    audit.record(session, person, "recovery_codes.made", subject_table="account", subject_id=person.person_id)
    await notices.tell(session, person, account_id=person.person_id, event=Event.RECOVERY_CODES_MADE)
    return codes


async def _tell(session: DbSession, person: Person, event: Event) -> None:
    audit.record(session, enrolment.DOOR, f"sign_in_ways.{event}", subject_table="account", subject_id=person.person_id)
    await notices.tell(
        session,
        enrolment.DOOR,
        account_id=person.person_id,
        event=event,
        device=await notices.device_of(session, person),
    )
