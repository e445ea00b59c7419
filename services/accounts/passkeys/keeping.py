"""A person's own passkeys: which there are, what they are called, and taking one away."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from db.tables.people import Account
from db.tables.ways_in.passkeys import Passkey
from services import audit
from services.accounts import notices, ways_in
from services.accounts.passkeys.names import LONGEST_NAME
from services.accounts.second_steps import authenticator
from services.errors import Conflict, Invalid, NotFound
from services.house import DbSession
from services.sealing import open_sealed, seal
from services.seen import in_one_line
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class OwnPasskey:
    """One of them. `is_backed_up` is one that the person also has on their other devices."""

    id: UUID
    name: str
    added_at: datetime
    last_used_at: datetime | None
    is_backed_up: bool


async def passkeys(session: DbSession, person: Person) -> list[OwnPasskey]:
    """All of this person, the newest first."""
    return [
        OwnPasskey(row.id, _name(session, row), row.created_at, row.last_used_at, row.is_backed_up)
        for row in await rows_of(session, person)
    ]


async def rows_of(session: DbSession, person: Person) -> list[Passkey]:
    """The rows of this person, the newest first."""
    query = select(Passkey).where(Passkey.account_id == person.person_id).order_by(col(Passkey.id).desc())
    return list((await session.exec(query)).all())


async def rename(session: DbSession, person: Person, name: str, *, passkey_id: UUID) -> str:
    """Call it something else: that name. Invalid('name') for none or a very long one, NotFound if it is gone."""
    name = in_one_line(name)
    if not name:
        raise Invalid("name", "passkey.name_missing")
    if len(name) > LONGEST_NAME:
        raise Invalid("name", "passkey.name_too_long")
    row = await _own(session, person, passkey_id)
    row.name_sealed = sealed_name(session, name, row.id)
    return name


async def remove(session: DbSession, person: Person, *, passkey_id: UUID) -> UUID:
    """Take it away at once: its id. NotFound if it is gone.

    Conflict if the person could not come in without it, or if a short password would be left alone.
    """
    row = await _own(session, person, passkey_id)
    if await ways_in.is_only_one(session, person):
        raise Conflict("passkey.last_way_in")
    if await _leaves_short_password_alone(session, person):
        raise Conflict("passkey.password_too_short")
    await session.delete(row)
    audit.record(session, person, "passkey.removed", subject_table="passkey", subject_id=passkey_id)
    await notices.tell(session, person, account_id=person.person_id, event=notices.Event.PASSKEY_REMOVED)
    return passkey_id


async def _leaves_short_password_alone(session: DbSession, person: Person) -> bool:
    account = await session.get_one(Account, person.person_id)
    if account.password_hash is None or not account.password_needs_second_step:
        return False
    has_app = await authenticator.confirmed_at(session, account.id) is not None
    return not has_app and len(await rows_of(session, person)) == 1


def sealed_name(session: DbSession, name: str, passkey_id: UUID) -> bytes:
    """The name as it is stored: people call things by their own names."""
    return seal(session.house.keyring, name, table="passkey", column="name_sealed", row_id=passkey_id)


def _name(session: DbSession, row: Passkey) -> str:
    return open_sealed(
        session.house.keyring, row.name_sealed, table="passkey", column="name_sealed", row_id=row.id
    ).decode()


async def _own(session: DbSession, person: Person, passkey_id: UUID) -> Passkey:
    query = select(Passkey).where(Passkey.id == passkey_id, Passkey.account_id == person.person_id)
    if row := (await session.exec(query.with_for_update())).first():
        return row
    raise NotFound("passkey.gone")
