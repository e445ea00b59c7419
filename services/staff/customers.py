"""What one of us sees of a customer while they are assigned, or in an emergency. Each look is written down."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Function, func
from sqlmodel import col, select

from db.tables.staff import Assignment, EmergencyAccess
from db.values.people import CommunicationPreference, Role
from services import audit, policy, preferences
from services.errors import NotFound
from services.house import DbSession
from services.intake import interpreters, keeping
from services.intake.answers import Communication
from services.intake.interpreters import Taken
from services.returns import looks
from services.returns.estimate import Estimate
from services.staff import names
from services.staff.customers_returns import BegunReturn, begun_by, estimate_to_read
from services.staff.finding.rows import told_by
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer as one of us sees them. `contact` is empty for who may not know it, `until` outside of an emergency.

    `roles` are as what they are assigned, none in an emergency. `returns` are told on the page of a customer only.
    `interpreter` are the steps on the way to one. `told_name` and `residence`, the code of a state, are what they told,
    as far as one may know it.
    """

    id: UUID
    reference: str
    contact: str
    talk: CommunicationPreference
    roles: tuple[Role, ...]
    until: datetime | None
    returns: tuple[BegunReturn, ...] = ()
    communication: Communication = field(default_factory=Communication)
    interpreter: tuple[Taken, ...] = ()
    told_name: str = ""
    residence: str = ""

    @property
    def name(self) -> str:
        """What they are called on pages of staff."""
        return _name(self.contact, self.id)


def _name(contact: str, customer_id: UUID) -> str:
    return contact or f"Customer {names.reference_of(customer_id)}"


Reach = frozenset[tuple[UUID, tuple[Role, ...], datetime | None]]
"""Whom one may see, as what, and until when."""


def reach_of(seen: Iterable[Customer]) -> Reach:
    """The reach by which these customers were seen."""
    return frozenset((each.id, each.roles, each.until) for each in seen)


async def reach_now(session: DbSession, person: Person) -> Reach:
    """The whole reach of this person now. Nobody is looked at by it."""
    roles, until = await _reached(session, person)
    return frozenset((each, tuple(roles[each]), until.get(each)) for each in {*roles, *until})


async def customer_at(session: DbSession, person: Person, *, customer_id: UUID) -> Customer:
    """One customer with their returns, as far as one may see these; NotFound for whom one does not see."""
    policy.customers.SEE.require(person)
    await _check_reached(session, func.app_reaches_customer(customer_id))
    roles, until = await _reached(session, person)
    begun = await begun_by(session, customer_id) if policy.returns.READ_CUSTOMERS.allows(person) else ()
    reason = "assigned" if roles[customer_id] else "emergency"
    audit.record(session, person, "customer.see", subject_table="account", subject_id=customer_id, reason=reason)
    return await _customer(session, customer_id, roles[customer_id], until.get(customer_id), begun)


async def estimate_at(session: DbSession, person: Person, *, customer_id: UUID, return_id: UUID) -> Estimate:
    """One return of a customer, to be read in their words; NotFound for one not theirs, or that one may not see."""
    policy.returns.READ_CUSTOMERS.require(person)
    await _check_reached(session, func.app_reaches_returns_of(customer_id))
    estimate = await estimate_to_read(session, customer_id, return_id=return_id)
    roles, _ = await _reached(session, person)
    await looks.write_down(
        session,
        person,
        "estimate.see",
        return_id=return_id,
        customer_id=customer_id,
        reason="assigned" if Role.PREPARER in roles[customer_id] else "emergency",
    )
    if not await looks.are_two(session, return_id):
        return estimate
    return replace(estimate, you=_name(await names.contact_of(session, customer_id), customer_id))


async def _check_reached(session: DbSession, reaches: Function[bool]) -> None:
    if not (await session.exec(select(reaches))).one():
        raise NotFound


async def _reached(session: DbSession, person: Person) -> tuple[dict[UUID, list[Role]], dict[UUID, datetime]]:
    """As what they are assigned to whom, while they hold that role, and until when they see whom in an emergency."""
    theirs = select(Assignment).where(
        Assignment.staff_id == person.person_id,
        col(Assignment.ended_at).is_(None),
        col(Assignment.role).in_(person.roles),
        ~func.app_is_leaving(Assignment.customer_id),
    )
    roles: dict[UUID, list[Role]] = defaultdict(list)
    for assigned in await session.exec(theirs.order_by(Assignment.role)):
        roles[assigned.customer_id].append(Role(assigned.role))
    now = session.house.clock.now()
    open_now = select(EmergencyAccess).where(
        EmergencyAccess.staff_id == person.person_id,
        EmergencyAccess.expires_at > now,
        ~func.app_is_leaving(EmergencyAccess.customer_id),
    )
    in_order = await session.exec(open_now.order_by(col(EmergencyAccess.expires_at)))
    return roles, {each.customer_id: each.expires_at for each in in_order}


async def _customer(
    session: DbSession,
    customer_id: UUID,
    roles: list[Role],
    until: datetime | None,
    begun: tuple[BegunReturn, ...] = (),
) -> Customer:
    chosen = await preferences.of_account(session, customer_id)
    contact = await names.contact_of(session, customer_id)
    told_name, residence = await told_by(session, customer_id)
    return Customer(
        customer_id,
        names.reference_of(customer_id),
        contact,
        chosen.talk,
        tuple(roles),
        until,
        begun,
        await keeping.of(session, Communication, account_id=customer_id),
        await interpreters.steps_of(session, account_id=customer_id),
        told_name,
        residence,
    )
