"""What a person tells of themselves, so that our team finds the right customer: their name, and their state."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, delete

from db.tables.customers.profiles import CustomerProfile, NameWord
from db.types import new_id
from services import policy
from services.errors import Invalid
from services.house import DbSession
from services.intake.who.name_words import hashes_of, words_of
from services.intake.who.states import STATES
from services.sealing import open_sealed, seal
from services.seen import in_one_line
from services.visitor import Person

LONGEST_NAME = 200
_NAME = {"table": "customer_profile", "column": "name_sealed"}
_WORD = {"table": "name_word", "column": "word_sealed"}


@dataclass(frozen=True, slots=True)
class Profile:
    """A name, and the code of a state. What is not told is empty."""

    name: str = ""
    residence: str = ""


async def own(session: DbSession, person: Person) -> Profile:
    """What this person told."""
    policy.accounts.CHANGE_PROFILE.require(person)
    row = await session.get(CustomerProfile, person.person_id)
    return Profile(opened_name(session, row), row.residence or "") if row else Profile()


async def save(session: DbSession, person: Person, told: Profile) -> None:
    """Keep it in place of what was told before; what is empty is forgotten. Invalid for what can't be used."""
    policy.accounts.CHANGE_PROFILE.require(person)
    told = Profile(in_one_line(told.name), told.residence)
    for problem in problems_in(told):
        raise problem
    await session.one_at_a_time(f"customer_profile {person.person_id}")
    row = await session.get(CustomerProfile, person.person_id) or CustomerProfile(
        id=person.person_id, changed_at=session.house.clock.now()
    )
    row.name_sealed = seal(session.house.keyring, told.name, row_id=row.id, **_NAME) if told.name else None
    row.residence, row.changed_at = told.residence or None, session.house.clock.now()
    session.add(row)
    await _put_words(session, person, told.name)
    await session.flush()


def problems_in(told: Profile) -> list[Invalid]:
    """Everything that is wrong with it, in the order of the form."""
    found = []
    if len(in_one_line(told.name)) > LONGEST_NAME:
        found.append(Invalid("name", "profile.name"))
    if told.residence and told.residence not in STATES:
        found.append(Invalid("residence", "choice.unknown"))
    return found


def opened_name(session: DbSession, row: CustomerProfile) -> str:
    """The name in a row, or nothing."""
    return opened(session, row.name_sealed, account_id=row.id)


def opened(session: DbSession, sealed: bytes | None, *, account_id: UUID) -> str:
    """The same of whom no more is known than the sealed name, or that there is none."""
    return open_sealed(session.house.keyring, sealed, row_id=account_id, **_NAME).decode() if sealed else ""


async def _put_words(session: DbSession, person: Person, name: str) -> None:
    await session.exec(delete(NameWord).where(col(NameWord.account_id) == person.person_id))
    words = words_of(name)
    for word, (index, *_) in zip(words, hashes_of(session.house, words), strict=True):
        row_id = new_id()
        sealed = seal(session.house.keyring, word, row_id=row_id, **_WORD)
        session.add(NameWord(id=row_id, account_id=person.person_id, word_sealed=sealed, word_index=index))
