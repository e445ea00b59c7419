"""Showing anew that an account is one's own, before something that could hurt its owner (OWASP ASVS 5.0, 7.5.1).

Asked is all that the account has: who took over an open browser must not be able to change how one signs in.
"""

from dataclasses import dataclass

from db.tables.people import Account
from services import audit
from services.accounts import enrolment, passwords, sessions, throttling
from services.accounts.second_steps import authenticator
from services.errors import Invalid, NotAllowed
from services.house import DbSession, House
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person shows that the account is theirs by. Who has neither signs in again."""

    password: bool
    code: bool


CODES = frozenset({"proof.password_not_right", "second_step.not_right", "second_step.used_already", *throttling.CODES})
"""What can be wrong with it."""


async def asked_of(session: DbSession, person: Person) -> Asked:
    """What this person is asked for."""
    account = await session.get_one(Account, person.person_id)
    has_code = await authenticator.confirmed_at(session, account.id) is not None
    return Asked(password=bool(account.password_hash), code=has_code)


async def prove(house: House, person: Person, *, password: str, code: str = "", place: str) -> sessions.Opened[Person]:
    """Check what was given; the session goes on under a new token. Invalid, with the field, when it is not right.

    Tries count as those to sign in do: an open browser is no way around.
    """
    async with house.transaction(person) as session:
        account, asked = await session.get_one(Account, person.person_id), await asked_of(session, person)
    if not asked.password and not asked.code:
        raise NotAllowed
    if asked.password:
        async with throttling.counted_unless_done(
            house, throttling.counts_of(account.email_index, place), field="password"
        ):
            if not await passwords.matches(account.password_hash, password):
                raise Invalid("password", "proof.password_not_right")
    if asked.code:
        counts = throttling.counts_of_second_step(account.id, place)
        async with throttling.counted_unless_done(house, counts, field="code"):
            return await _proved(house, person, code=code)
    return await _proved(house, person)


async def _proved(house: House, person: Person, *, code: str | None = None) -> sessions.Opened[Person]:
    async with house.transaction(enrolment.DOOR) as session:
        if code is not None:
            await authenticator.accept(session, person.person_id, code=code)
        opened = await sessions.prove(session, person, two_factors=code is not None)
        audit.record(session, enrolment.DOOR, "proof.done", subject_table="account", subject_id=person.person_id)
    return opened
