"""Who holds which role, and whether they still should: every ninety days somebody else confirms or ends it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select, update

from db.tables.staff import Assignment, RoleGrant
from db.values.people import Role
from services import audit, policy
from services.errors import NotAllowed, NotFound
from services.house import DbSession
from services.jobs import enqueue
from services.jobs.close_pages import close_pages
from services.staff import names
from services.staff.access import rights
from services.staff.roles import granting, letters
from services.staff.roles.granting import may_grant
from services.visitor import Person, Visitor

CONFIRMED_EVERY = timedelta(days=90)
_HELD = select(RoleGrant).where(col(RoleGrant.ended_at).is_(None))


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody holds. `is_overdue` is one that nobody has confirmed for ninety days.

    `apart` tells its holder from a colleague of the same name: an address, or a reference for who may not know that.
    """

    id: UUID
    holder_id: UUID
    name: str
    apart: str
    role: Role
    granted_at: datetime
    last_used_at: datetime | None
    confirmed_at: datetime
    is_overdue: bool
    is_own: bool


async def every_role(session: DbSession, person: Person) -> list[Held]:
    """Every role that somebody holds: those to be confirmed first, then by name."""
    policy.roles.SEE.require(person)
    rows = (await session.exec(_HELD)).all()
    called = await names.of_colleagues(session, (row.account_id for row in rows))
    audit.record(session, person, "role.list", subject_table="role_grant")
    found = [await _held(session, person, row, called[row.account_id]) for row in rows]
    return sorted(found, key=lambda each: (not each.is_overdue, each.name, each.role))


async def grant(  # pylint: disable=too-many-positional-arguments  # an event brings them in this order
    session: DbSession, person: Person, address: str, name: str, role: str, instead_of: str
) -> Held:
    """Grant a role as `granting.grant` does, and give back how it stands in the list."""
    row = await granting.grant(session, person, address=address, role=role, name=name, instead_of=instead_of)
    called = await names.of_colleagues(session, [row.account_id])
    return await _held(session, person, row, called[row.account_id])


async def confirm(session: DbSession, visitor: Visitor, *, grant_id: UUID) -> Held:
    """Write down that somebody should go on holding a role; NotFound if it has ended, NotAllowed for one's own."""
    row = await _to_change(session, visitor, grant_id)
    row.confirmed_at, row.confirmed_by = session.house.clock.now(), _who(visitor)
    audit.record(session, visitor, f"role.confirmed.{row.role}", subject_table="account", subject_id=row.account_id)
    called = await names.of_colleagues(session, [row.account_id])
    return await _held(session, visitor, row, called[row.account_id])


async def end(session: DbSession, visitor: Visitor, *, grant_id: UUID) -> UUID:
    """End a role at once, and the assignments that came with it; NotFound if it has ended, NotAllowed for one's own."""
    row = await _to_change(session, visitor, grant_id)
    await letters.tell_of_end(session, visitor, row)
    ended = {"ended_at": session.house.clock.now(), "ended_by": _who(visitor)}
    row.sqlmodel_update(ended)
    theirs = (
        col(Assignment.staff_id) == row.account_id,
        col(Assignment.role) == row.role,
        col(Assignment.ended_at).is_(None),
    )
    await session.exec(update(Assignment).where(*theirs).values(**ended))
    rights.tell(session, row.account_id)
    if not isinstance(visitor, Person):  # a command has a process of its own: without Redis no page hears it
        await enqueue(session, close_pages, account_id=str(row.account_id))
    audit.record(session, visitor, f"role.ended.{row.role}", subject_table="account", subject_id=row.account_id)
    return row.id


async def held_by(session: DbSession, visitor: Visitor, *, address: str, role: str) -> UUID:
    """The grant by which the account with this address holds a role; NotFound when it does not."""
    may_grant(visitor)
    account_id = await names.account_with(session, address)
    row = (await session.exec(_HELD.where(RoleGrant.account_id == account_id, RoleGrant.role == role))).first()
    if row is None:
        raise NotFound("role.not_held")
    return row.id


async def _to_change(session: DbSession, visitor: Visitor, grant_id: UUID) -> RoleGrant:
    may_grant(visitor)
    row = (await session.exec(_HELD.where(RoleGrant.id == grant_id).with_for_update())).first()
    if row is None:
        raise NotFound
    if row.account_id == _who(visitor):
        raise NotAllowed("role.not_yourself")
    return row


def _who(visitor: Visitor) -> UUID | None:
    """The account that acts; none for the command."""
    return visitor.person_id if isinstance(visitor, Person) else None


async def _held(session: DbSession, visitor: Visitor, row: RoleGrant, name: str) -> Held:
    address = await names.address_of_colleague(session, row.account_id)
    return Held(
        row.id,
        row.account_id,
        name,
        address or names.account_of(row.account_id),
        Role(row.role),
        row.granted_at,
        row.last_used_at,
        row.confirmed_at,
        session.house.clock.now() - row.confirmed_at >= CONFIRMED_EVERY,
        row.account_id == _who(visitor),
    )
