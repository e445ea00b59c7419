"""Showing anew that an account is one's own, before something that could hurt its owner (OWASP ASVS 5.0, 7.5.1).

Asked is all that the account has: who took over an open browser must not be able to change how one signs in.
"""

from dataclasses import dataclass

from db.tables.people import Account
from services import audit
from services.accounts import enrolment, passwords, sessions, throttling
from services.errors import Invalid
from services.house import DbSession, House
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person shows that the account is theirs by. Without either they sign in again."""

    password: bool


CODES = frozenset({"proof.password_not_right", *throttling.CODES})
"""What can be wrong with it."""


async def asked_of(session: DbSession, person: Person) -> Asked:
    """What this person is asked for."""
    account = await session.get_one(Account, person.person_id)
    return Asked(password=bool(account.password_hash))


async def prove(house: House, person: Person, *, password: str, place: str) -> sessions.Opened[Person]:
    """Check what was given; the session goes on under a new token. Invalid, with the field, when it is not right.

    Tries count as those to sign in do: an open browser is no way around.
    """
    async with house.transaction(person) as session:
        account = await session.get_one(Account, person.person_id)
    counts = throttling.counts_of(account.email_index, place)
    async with throttling.counted_unless_done(house, counts, field="password"):
        if not await passwords.matches(account.password_hash, password):
            raise Invalid("password", "proof.password_not_right")
        async with house.transaction(enrolment.DOOR) as session:
            opened = await sessions.prove(session, person)
            audit.record(session, enrolment.DOOR, "proof.done", subject_table="account", subject_id=account.id)
    return opened
