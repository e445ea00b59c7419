"""Counting what waits, as far as row-level security shows it to the asker, and without what is their own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col

from db.tables.customers.intake import InterpreterStep
from db.tables.feedback import Feedback, FeedbackAnswer
from db.tables.reviews import Review
from db.tables.staff import EmergencyAccess, RoleGrant
from db.tables.ways_in.recovery import RecoveryRequest, RecoveryVerdict
from db.values.accounts import RecoveryState
from db.values.intake import InterpreterStatus
from services import policy
from services.house import DbSession
from services.policy.rule import Policy
from services.reviews import rows
from services.staff.queues.kinds import Queue
from services.staff.roles.reviewing import CONFIRMED_EVERY
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many of a kind wait, and since when the first of them does."""

    queue: Queue
    count: int
    since: datetime


async def waiting_for(session: DbSession, person: Person) -> list[Waiting]:
    """Every kind of work that this person may do and of which something waits, the longest wait first."""
    policy.roles.WORK_HERE.require(person)
    now, connection = session.house.clock.now(), await session.connection()
    found = []
    for queue, rule, query in _queues(person.person_id, now):
        if rule.allows(person):
            each = query.subquery()
            count, since = (await connection.execute(select(func.count(), func.min(each.c.since)))).one()
            if count:
                found.append(Waiting(queue, count, since + _counts_from(queue)))
    return sorted(found, key=lambda each: (each.since, each.queue))


async def ids_waiting(session: DbSession, person: Person, *, queue: Queue) -> frozenset[UUID]:
    """What waits in one queue for this person, so that an open list can tell what is new. Nothing else is read."""
    rule, query = next(
        (rule, query) for each, rule, query in _queues(person.person_id, session.house.clock.now()) if each is queue
    )
    rule.require(person)
    return await _ids(session, query)


async def ids_of_each(session: DbSession, person: Person) -> dict[Queue, frozenset[UUID]]:
    """The same for every kind of work that this person may do."""
    policy.roles.WORK_HERE.require(person)
    queues = _queues(person.person_id, session.house.clock.now())
    return {queue: await _ids(session, query) for queue, rule, query in queues if rule.allows(person)}


async def _ids(session: DbSession, query: Any) -> frozenset[UUID]:
    return frozenset(row.id for row in (await (await session.connection()).execute(query)).all())


def _counts_from(queue: Queue) -> timedelta:
    """A role waits from the day on which it should have been confirmed again."""
    return CONFIRMED_EVERY if queue is Queue.ROLES else timedelta()


def _queues(me: UUID, now: datetime) -> list[tuple[Queue, Policy, Any]]:
    return [
        (Queue.RECOVERY, policy.accounts.RECOVER, _recovery(me)),
        (Queue.REVIEWS, policy.reviews.PREPARE, _those(Review.id, Review.asked_at).where(*rows.waits())),
        (Queue.INTERPRETERS, policy.intake.DECIDE_INTERPRETERS, _interpreters(me)),
        (Queue.FEEDBACK, policy.feedback.ANSWER, _feedback()),
        (Queue.EMERGENCIES, policy.customers.REVIEW_EMERGENCY_ACCESS, _emergencies(me)),
        (Queue.ROLES, policy.roles.GRANT, _roles(me, now)),
    ]


def _those(which: Any, since: Any) -> Any:
    return select(which.label("id"), since.label("since"))


def _recovery(me: UUID) -> Any:
    """Two must agree: whoever has said what they found waits for a colleague."""
    mine = select(col(RecoveryVerdict.request_id)).where(col(RecoveryVerdict.account_id) == me)
    query = _those(RecoveryRequest.id, Feedback.received_at).join_from(RecoveryRequest, Feedback)
    return query.where(col(RecoveryRequest.state) == RecoveryState.OPEN, col(RecoveryRequest.id).not_in(mine))


def _interpreters(me: UUID) -> Any:
    """The latest step of each account counts."""
    step = InterpreterStep
    latest = (
        select(col(step.account_id), col(step.status), col(step.taken_at))
        .where(col(step.account_id).is_not(None), col(step.account_id) != me)
        .ext(distinct_on(col(step.account_id)))
        .order_by(col(step.account_id), col(step.taken_at).desc(), col(step.id).desc())
        .subquery()
    )
    return _those(latest.c.account_id, latest.c.taken_at).where(latest.c.status == InterpreterStatus.PENDING)


def _feedback() -> Any:
    answered = select(col(FeedbackAnswer.feedback_id))
    return _those(Feedback.id, Feedback.received_at).where(col(Feedback.id).not_in(answered))


def _emergencies(me: UUID) -> Any:
    seen = (col(EmergencyAccess.reviewed_at).is_(None), col(EmergencyAccess.staff_id) != me)
    return _those(EmergencyAccess.id, EmergencyAccess.begun_at).where(*seen, col(EmergencyAccess.customer_id) != me)


def _roles(me: UUID, now: datetime) -> Any:
    held = (col(RoleGrant.ended_at).is_(None), col(RoleGrant.account_id) != me)
    return _those(RoleGrant.id, RoleGrant.confirmed_at).where(
        *held, col(RoleGrant.confirmed_at) <= now - CONFIRMED_EVERY
    )
