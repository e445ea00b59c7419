"""Who is there for which customer, and as what. A coordinator assigns, and ends it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from db.tables.staff import Assignment, RoleGrant
from db.values.people import ASSIGNED_ROLES, Role
from services import audit, policy
from services.errors import Conflict, Invalid, NotFound
from services.house import DbSession
from services.staff import names
from services.staff.access import rights
from services.staff.finding.rows import FOUND
from services.staff.queues import kinds
from services.visitor import Person

_ASSIGNABLE = select(RoleGrant).where(col(RoleGrant.ended_at).is_(None), col(RoleGrant.role).in_(ASSIGNED_ROLES))


@dataclass(frozen=True, slots=True)
class Assigned:
    """One assignment that has not ended. `customer` is their address, or a reference for who may not know that.

    `apart` tells who is assigned from a colleague of the same name.
    """

    id: UUID
    staff_name: str
    apart: str
    role: Role
    customer: str
    begun_at: datetime


@dataclass(frozen=True, slots=True)
class Assignable:
    """Somebody who can be assigned as what they are here as. `apart` is as in `Assigned`."""

    staff_id: UUID
    role: Role
    name: str
    apart: str


async def assign(session: DbSession, person: Person, *, customer_id: UUID, staff_id: UUID, role: str) -> Assigned:
    """Assign somebody who works for us to a customer.

    Invalid for oneself, or for somebody without the role; NotFound for whom one would not find as a customer; Conflict
    if it is so already.
    """
    policy.customers.ASSIGN.require(person)
    if person.person_id in (customer_id, staff_id) or customer_id == staff_id:
        raise Invalid("staff", "assignment.not_yourself")
    await _check_both(session, customer_id, staff_id, role)
    now = session.house.clock.now()
    made = Assignment(customer_id=customer_id, staff_id=staff_id, role=role, begun_at=now, begun_by=person.person_id)
    session.add(made)
    try:
        await session.flush()
    except IntegrityError:
        raise Conflict("assignment.begun_already") from None
    rights.tell(session, staff_id)
    kinds.tell(session, kinds.Rows.ASSIGNMENTS)
    audit.record(session, person, f"assignment.begun.{role}", subject_table="account", subject_id=customer_id)
    called = await names.of(session, [staff_id])
    return await _assigned(session, made, called)


async def _check_both(session: DbSession, customer_id: UUID, staff_id: UUID, role: str) -> None:
    theirs = _ASSIGNABLE.where(RoleGrant.account_id == staff_id, RoleGrant.role == role)
    if (await session.exec(theirs)).first() is None:
        raise Invalid("staff", "assignment.not_their_role")
    if (await session.exec(select(FOUND.c.id).where(FOUND.c.id == customer_id))).first() is None:
        raise NotFound


async def end(session: DbSession, person: Person, *, assignment_id: UUID) -> UUID:
    """End an assignment at once; NotFound if there is none, or if it has ended."""
    policy.customers.ASSIGN.require(person)
    query = select(Assignment).where(Assignment.id == assignment_id, col(Assignment.ended_at).is_(None))
    row = (await session.exec(query.with_for_update())).first()
    if row is None:
        raise NotFound
    row.ended_at, row.ended_by = session.house.clock.now(), person.person_id
    rights.tell(session, row.staff_id)
    audit.record(session, person, "assignment.ended", subject_table="account", subject_id=row.customer_id)
    return row.id


async def every_assignment(session: DbSession, person: Person) -> list[Assigned]:
    """All that have not ended, the newest first."""
    policy.customers.SEE_ASSIGNMENTS.require(person)
    query = select(Assignment).where(col(Assignment.ended_at).is_(None))
    rows = (await session.exec(query.order_by(col(Assignment.begun_at).desc(), col(Assignment.id)))).all()
    called = await names.of(session, (row.staff_id for row in rows))
    audit.record(session, person, "assignment.list", subject_table="assignment")
    audit.record_each(session, person, "assignment.listed", about=(row.customer_id for row in rows))
    return [await _assigned(session, row, called) for row in rows]


async def assignable(session: DbSession, person: Person) -> list[Assignable]:
    """Everybody who can be assigned, as each of their roles, in the order of their names."""
    policy.customers.ASSIGN.require(person)
    rows = (await session.exec(_ASSIGNABLE)).all()
    called = await names.of(session, (row.account_id for row in rows))
    found = [
        Assignable(row.account_id, Role(row.role), called[row.account_id], names.account_of(row.account_id))
        for row in rows
    ]
    return sorted(found, key=lambda each: (each.name, each.role, each.apart))


async def _assigned(session: DbSession, row: Assignment, called: Mapping[UUID, str]) -> Assigned:
    contact = await names.contact_of(session, row.customer_id)
    reference = names.reference_of(row.customer_id)
    customer, apart = contact or f"Customer {reference}", names.account_of(row.staff_id)
    return Assigned(row.id, called[row.staff_id], apart, Role(row.role), customer, row.begun_at)
