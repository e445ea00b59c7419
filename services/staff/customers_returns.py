"""The returns of a customer, to be read by who may: row-level security shows them, or nothing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.errors import NotFound
from services.house import DbSession
from services.returns import store
from services.returns.estimate import Estimate, estimate_of
from services.returns.store import Reached


@dataclass(frozen=True, slots=True)
class BegunReturn:
    """A return that somebody has begun, without what is in it."""

    id: UUID
    tax_year: int
    changed_at: datetime


async def begun_by(session: DbSession, account_id: UUID) -> tuple[BegunReturn, ...]:
    """The returns of a customer whom the asker may see, the newest year first; none of a stranger."""
    theirs = [each.row for each in await store.returns_of_member(session, account_id)]
    return tuple(BegunReturn(row.id, row.tax_year, row.changed_at) for row in theirs)


async def estimate_to_read(session: DbSession, account_id: UUID, *, return_id: UUID) -> Estimate:
    """One return of a customer, to be read in their words; NotFound when it is not theirs, or not to be seen."""
    reached = await reached_to_read(session, account_id, return_id=return_id)
    return estimate_of(session, reached, store.answers_in(session, reached))


async def reached_to_read(session: DbSession, account_id: UUID, *, return_id: UUID) -> Reached:
    """The same without its answers: as which of its two people it is read."""
    theirs = await store.returns_of_member(session, account_id)
    reached = next((each for each in theirs if each.row.id == return_id), None)
    if reached is None:
        raise NotFound
    return reached
