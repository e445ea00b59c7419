"""Whether somebody needs an interpreter, and how far it is: a list of steps, of which the latest counts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from db.tables.customers.intake import InterpreterStep
from db.values.intake import InterpreterStatus
from services import policy
from services.house import DbSession
from services.staff.queues import kinds
from services.visitor import Guest, Visitor, owner_of

_ASKED = frozenset({InterpreterStatus.PENDING, InterpreterStatus.APPROVED})


@dataclass(frozen=True, slots=True)
class Taken:
    """One step that was taken, by the person or `by_us`."""

    status: InterpreterStatus
    at: datetime
    by_us: bool


async def own_steps(session: DbSession, visitor: Visitor) -> tuple[Taken, ...]:
    """The visitor's own steps, in order."""
    policy.intake.ANSWER.require(visitor)
    return () if visitor == Guest() else await steps_of(session, **owner_of(visitor))


async def steps_of(session: DbSession, **owner: UUID) -> tuple[Taken, ...]:
    """The steps of one owner, in order, as far as row-level security shows them to who asks."""
    column, identity = next(iter(owner.items()))
    query = select(InterpreterStep).where(col(getattr(InterpreterStep, column)) == identity)
    rows = await session.exec(query.order_by(col(InterpreterStep.taken_at), col(InterpreterStep.id)))
    return tuple(Taken(InterpreterStatus(row.status), row.taken_at, row.decided_by is not None) for row in rows)


async def wish(session: DbSession, visitor: Visitor, status: InterpreterStatus) -> None:
    """Say what one needs. Nobody approves their own; who asks again for what is approved already changes nothing."""
    policy.intake.ANSWER.require(visitor)
    wanted = InterpreterStatus.PENDING if status is InterpreterStatus.APPROVED else status
    steps = await own_steps(session, visitor)
    latest = steps[-1].status if steps else None
    if latest is wanted or {latest, wanted} <= _ASKED:
        return
    session.add(InterpreterStep(status=wanted, taken_at=session.house.clock.now(), **owner_of(visitor)))
    kinds.tell(session, kinds.Queue.INTERPRETERS)
    await session.flush()
