"""What a coordinator does about the interpreters that customers ask for. Each decision is written down, and told."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from db.tables.customers.intake import InterpreterStep
from db.values.intake import InterpreterStatus
from services import audit, mail, policy
from services.errors import Conflict, NotAllowed
from services.house import DbSession
from services.intake import keeping
from services.intake.answers import Communication
from services.staff import names
from services.visitor import Person
from services.words import sentence

_OPEN = frozenset({InterpreterStatus.PENDING, InterpreterStatus.APPROVED})


@dataclass(frozen=True, slots=True)
class Wish:
    """A customer who needs an interpreter of ours: in which language, how far it is, and since when."""

    customer_id: UUID
    reference: str
    communication: Communication
    status: InterpreterStatus
    since: datetime


async def wishes(session: DbSession, person: Person) -> list[Wish]:
    """All that are open: those that wait first, each group from the longest wait on."""
    policy.intake.DECIDE_INTERPRETERS.require(person)
    audit.record(session, person, "interpreter.list", subject_table="interpreter_step")
    latest = (await _latest(session)).values()
    still_open = [step for step in latest if step.status in _OPEN and step.account_id != person.person_id]
    audit.record_each(
        session, person, "interpreter.listed", about=(step.account_id for step in still_open if step.account_id)
    )
    found = [await _wish(session, step) for step in still_open]
    return sorted(found, key=lambda each: (each.status is InterpreterStatus.APPROVED, each.since))


async def decide(session: DbSession, person: Person, *, customer_id: UUID, status: InterpreterStatus) -> Wish:
    """Approve an interpreter, or say that we look again, and write to the customer; the same twice changes nothing.

    Conflict for who does not ask for one any more; NotAllowed for one's own wish.
    """
    policy.intake.DECIDE_INTERPRETERS.require(person)
    if customer_id == person.person_id:
        raise NotAllowed("interpreter.not_yours")
    await session.one_at_a_time(f"interpreter_step {customer_id}")
    latest = (await _latest(session)).get(customer_id)
    if latest is None or latest.status not in _OPEN or status not in _OPEN:
        raise Conflict("interpreter.not_asked")
    if latest.status != status:
        now = session.house.clock.now()
        latest = InterpreterStep(account_id=customer_id, status=status, taken_at=now, decided_by=person.person_id)
        session.add(latest)
        act = "interpreter.approved" if status is InterpreterStatus.APPROVED else "interpreter.pending"
        audit.record(session, person, act, subject_table="interpreter_step", subject_id=latest.id, about=customer_id)
        await session.flush()
        await _tell(session, person, customer_id, status)
    return await _wish(session, latest)


async def _tell(session: DbSession, person: Person, customer_id: UUID, status: InterpreterStatus) -> None:
    """Write to the customer what was decided. Nobody writes to demo accounts."""
    if to := await names.contact_about_interpreter(session, customer_id):
        values = {"what": sentence(f"intake.interpreter.{status}.letter")}
        await mail.post(session, person, to=to, template="interpreter", values=values)


async def _latest(session: DbSession) -> dict[UUID | None, InterpreterStep]:
    """The latest step of each account that row-level security shows."""
    query = select(InterpreterStep).where(col(InterpreterStep.account_id).is_not(None))
    rows = await session.exec(query.order_by(col(InterpreterStep.taken_at), col(InterpreterStep.id)))
    return {row.account_id: row for row in rows}


async def _wish(session: DbSession, step: InterpreterStep) -> Wish:
    assert step.account_id is not None  # noqa: S101  # nosec B101  # only steps of accounts come here
    told = await keeping.of(session, Communication, account_id=step.account_id)
    reference = names.reference_of(step.account_id)
    return Wish(step.account_id, reference, told, InterpreterStatus(step.status), step.taken_at)
