"""Who somebody is: the names of those who work for us, and the addresses of customers for those who may know them."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from db.tables.staff import StaffMember
from services import audit, policy
from services.accounts import addresses
from services.errors import Conflict, Invalid
from services.house import DbSession
from services.sealing import open_sealed, seal
from services.seen import in_one_line
from services.visitor import Person
from services.words import sentence

LONGEST_NAME = 80
_HEX_OF_A_REFERENCE = 6


class NamedAlready(Invalid):
    """Somebody has another name here. Who wants to change it says first which one goes."""

    def __init__(self, known: str) -> None:
        super().__init__("name", "staff.named_already")
        self.known = known


async def to_keep(session: DbSession, account_ids: Iterable[UUID], name: str, *, instead_of: str) -> str:
    """The name to keep of whom these ids lead to: the known one where none is given.

    NamedAlready for another one than is known, unless it is given `instead_of` that; Invalid("name") as in `checked`.
    """
    known = next(iter((await known_names(session, account_ids)).values()), "")
    if known and not in_one_line(name):
        return known
    if known not in ("", instead_of, name := checked(name)):
        raise NamedAlready(known)
    return name


async def keep(session: DbSession, account_id: UUID, name: str) -> None:
    """Remember the name of somebody, in place of an older one. Invalid("name") for one that can't be used."""
    row = insert(StaffMember).values(id=account_id, name_sealed=_sealed(session, account_id, checked(name)))
    changed = {"name_sealed": row.excluded.name_sealed}
    await session.exec(row.on_conflict_do_update(index_elements=["id"], set_=changed))


async def choose_own(session: DbSession, person: Person, name: str) -> str:
    """Say what customers and colleagues call oneself. Conflict for who has a name: an administrator changes that."""
    policy.roles.CHOOSE_OWN_NAME.require(person)
    if await known_names(session, [person.person_id]):
        raise Conflict("staff.has_name")
    session.add(StaffMember(id=person.person_id, name_sealed=_sealed(session, person.person_id, kept := checked(name))))
    await session.flush()
    audit.record(session, person, "staff.named", subject_table="staff_member", subject_id=person.person_id)
    return kept


async def account_with(session: DbSession, address: str) -> UUID:
    """The account with this address; Invalid("email") when there is none, or when it is no address."""
    if not address.strip():
        raise Invalid("email", "staff.no_address")
    for index in addresses.indexes_of(session.house, addresses.checked(address)):
        found: UUID | None = (await session.exec(select(func.app_account_with(index)))).one()
        if found is not None:
            return found
    raise Invalid("email", "staff.no_account")


async def contact_of(session: DbSession, customer_id: UUID) -> str:
    """The address of a customer; empty for whom the asker may not write to."""
    sealed: bytes | None = (await session.exec(select(func.app_contact_of(customer_id)))).one()
    return addresses.opened(session.house, sealed, account_id=customer_id) if sealed else ""


async def contact_about_interpreter(session: DbSession, customer_id: UUID) -> str:
    """The address of a customer who asks for an interpreter, for a coordinator's letter; empty for a demo account."""
    sealed: bytes | None = (await session.exec(select(func.app_contact_about_interpreter(customer_id)))).one()
    return addresses.opened(session.house, sealed, account_id=customer_id) if sealed else ""


async def address_of_colleague(session: DbSession, account_id: UUID) -> str:
    """The address of somebody who holds a role, for who grants roles; empty for others, and for a demo account."""
    sealed: bytes | None = (await session.exec(select(func.app_address_of_colleague(account_id)))).one()
    return addresses.opened(session.house, sealed, account_id=account_id) if sealed else ""


def reference_of(customer_id: UUID) -> str:
    """What a customer is called by those who may not know more: the random end of their id."""
    return customer_id.hex[-_HEX_OF_A_REFERENCE:].upper()


async def of(session: DbSession, account_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What each of them is called; who has no name that the asker may know is called a member of our team."""
    wanted = set(account_ids)
    return dict.fromkeys(wanted, sentence("staff.no_name")) | await known_names(session, wanted)


async def of_colleagues(session: DbSession, account_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The same for who grants roles: whoever was given one before we asked for names is known by their address."""
    called = await of(session, wanted := set(account_ids))
    for nameless in wanted - set(await known_names(session, wanted)):
        called[nameless] = await address_of_colleague(session, nameless) or called[nameless]
    return called


def account_of(account_id: UUID) -> str:
    """What tells somebody from a colleague of the same name, for who may not know their address."""
    return f"account {reference_of(account_id)}"


async def known_names(session: DbSession, account_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of those among them that the asker may know."""
    rows = await session.exec(select(StaffMember).where(col(StaffMember.id).in_(set(account_ids))))
    return {row.id: _opened(session, row) for row in rows}


def checked(name: str) -> str:
    """The name as others see it; Invalid("name") for nothing and for too much."""
    if not (name := in_one_line(name)):
        raise Invalid("name", "staff.name_missing")
    if len(name) > LONGEST_NAME:
        raise Invalid("name", "staff.name_too_long")
    return name


def _sealed(session: DbSession, account_id: UUID, name: str) -> bytes:
    return seal(session.house.keyring, name, table="staff_member", column="name_sealed", row_id=account_id)


def _opened(session: DbSession, row: StaffMember) -> str:
    place = {"table": "staff_member", "column": "name_sealed"}
    return open_sealed(session.house.keyring, row.name_sealed, row_id=row.id, **place).decode()
