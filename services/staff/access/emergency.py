"""Seeing a customer at once, for an hour and a written reason, without being assigned. It is always looked at later."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, func, select

from db.tables.staff import EmergencyAccess
from db.types import new_id
from services import audit, mail, policy
from services.errors import Checks, Invalid, NotFound
from services.house import DbSession, House
from services.sealing import open_sealed, seal
from services.seen import in_lines
from services.staff import names
from services.staff.access import rights
from services.staff.queues import kinds
from services.visitor import Person
from services.words import moment

LASTS = timedelta(hours=1)
SHORTEST_REASON, LONGEST_REASON = 20, 2_000
_SEALED = {"table": "emergency_access", "column": "reason_sealed"}


@dataclass(frozen=True, slots=True)
class Use:
    """One use of emergency access. `can_be_reviewed` is true while it was not, and it was not one's own.

    `can_be_ended` is true while it lasts, for who used it and for an administrator.
    """

    id: UUID
    staff_name: str
    customer: str
    reason: str
    begun_at: datetime
    expires_at: datetime
    reviewed_at: datetime | None
    can_be_reviewed: bool
    can_be_ended: bool


async def begin(session: DbSession, person: Person, address: str, reason: str) -> UUID:
    """See the customer with this address for an hour, and tell them by letter: the id of the customer.

    Invalid for an address without account, for one's own or a colleague's, and for a reason too short or too long.
    """
    policy.customers.USE_EMERGENCY_ACCESS.require(person)
    checks = Checks()
    with checks.one():
        customer_id = await _somebody_else(session, person, address)
    with checks.one():
        reason = _checked(reason)
    checks.all_done()
    now = session.house.clock.now()
    session.add(_row(session.house, person, customer_id, reason, now))
    await session.flush()
    audit.record(
        session, person, "emergency.begun", subject_table="account", subject_id=customer_id, reason="emergency"
    )
    kinds.tell(session, kinds.Queue.EMERGENCIES, kinds.Rows.EMERGENCIES)
    await _tell(session, person, customer_id, now)
    return customer_id


def _row(house: House, person: Person, customer_id: UUID, reason: str, now: datetime) -> EmergencyAccess:
    row_id = new_id()
    return EmergencyAccess(
        id=row_id,
        customer_id=customer_id,
        staff_id=person.person_id,
        reason_sealed=seal(house.keyring, reason, row_id=row_id, **_SEALED),
        begun_at=now,
        expires_at=now + LASTS,
    )


async def _somebody_else(session: DbSession, person: Person, address: str) -> UUID:
    customer_id = await names.account_with(session, address)
    if customer_id == person.person_id:
        raise Invalid("email", "emergency.not_yourself")
    if (await session.exec(select(func.app_works_here(customer_id)))).one():
        raise Invalid("email", "emergency.colleague")
    return customer_id


def _checked(reason: str) -> str:
    if len(reason := in_lines(reason)) < SHORTEST_REASON:
        raise Invalid("reason", "emergency.reason_too_short")
    if len(reason) > LONGEST_REASON:
        raise Invalid("reason", "emergency.reason_too_long")
    return reason


async def every_use(session: DbSession, person: Person) -> list[Use]:
    """One's own uses, or all for who reviews them: those that wait for a review first, then the newest."""
    policy.customers.SEE_EMERGENCY_ACCESS.require(person)
    newest = col(EmergencyAccess.begun_at).desc()
    query = select(EmergencyAccess).where(EmergencyAccess.customer_id != person.person_id)
    query = query.order_by(col(EmergencyAccess.reviewed_at).is_not(None), newest)
    rows = (await session.exec(query)).all()
    called = await names.of(session, (row.staff_id for row in rows))
    audit.record(session, person, "emergency.list", subject_table="emergency_access")
    audit.record_each(session, person, "emergency.listed", about=(row.customer_id for row in rows))
    reviews, now = policy.customers.REVIEW_EMERGENCY_ACCESS.allows(person), session.house.clock.now()
    return [
        Use(
            row.id,
            called[row.staff_id],
            names.reference_of(row.customer_id),
            open_sealed(session.house.keyring, row.reason_sealed, row_id=row.id, **_SEALED).decode(),
            row.begun_at,
            row.expires_at,
            row.reviewed_at,
            reviews and row.reviewed_at is None and row.staff_id != person.person_id,
            row.expires_at > now and _may_end(person, row),
        )
        for row in rows
    ]


async def end(session: DbSession, person: Person, *, use_id: UUID) -> datetime:
    """End a use, and all others by the same person to the same customer: when that was. Their pages close at once.

    What is over already stays as it is. NotFound if it is none that the person may end.
    """
    policy.customers.END_EMERGENCY_ACCESS.require(person)
    row = (await session.exec(select(EmergencyAccess).where(EmergencyAccess.id == use_id))).first()
    if row is None or not _may_end(person, row):
        raise NotFound
    if row.expires_at > session.house.clock.now():
        await session.exec(select(func.app_end_emergency(use_id)))
        await session.refresh(row)
        audit.record(session, person, "emergency.ended", subject_table="account", subject_id=row.customer_id)
        rights.tell(session, row.staff_id)
    return row.expires_at


def _may_end(person: Person, row: EmergencyAccess) -> bool:
    """Their own, or as an administrator, who reviews them; an auditor sees all and ends none."""
    return row.staff_id == person.person_id or policy.customers.REVIEW_EMERGENCY_ACCESS.allows(person)


async def review(session: DbSession, person: Person, *, use_id: UUID) -> UUID:
    """Write down that a use was looked at; again changes nothing. NotFound if there is none, or if it is one's own."""
    policy.customers.REVIEW_EMERGENCY_ACCESS.require(person)
    query = select(EmergencyAccess).where(EmergencyAccess.id == use_id, EmergencyAccess.staff_id != person.person_id)
    row = (await session.exec(query.with_for_update())).first()
    if row is None:
        raise NotFound
    if row.reviewed_at is None:
        row.reviewed_at, row.reviewed_by = session.house.clock.now(), person.person_id
        audit.record(session, person, "emergency.reviewed", subject_table="emergency_access", subject_id=row.id)
    return row.id


async def _tell(session: DbSession, person: Person, customer_id: UUID, now: datetime) -> None:
    called = await names.of(session, [person.person_id])
    values = {"name": called[person.person_id], "when": moment(now), "until": moment(now + LASTS)}
    to = await names.contact_of(session, customer_id)
    await mail.post(session, person, to=to, template="emergency_access", values=values)
