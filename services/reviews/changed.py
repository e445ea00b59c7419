"""What was changed in a return while it is reviewed: since its preparer last looked, and between which steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import select

from db.tables.returns import ReturnChange
from db.values.reviews import ChangedBy, ReviewStep
from services import policy
from services.house import DbSession
from services.returns import changes, looks, store
from services.returns.changes import MOST_SHOWN, ToldChange
from services.returns.estimate import Estimate, estimate_of
from services.returns.store import Reached
from services.reviews.reading import Seen, Step
from services.staff import customers
from services.staff.customers_returns import reached_to_read
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class Change:
    """A change of an answer, and who made it."""

    told: ToldChange
    by: ChangedBy


@dataclass(frozen=True, slots=True)
class Batch:
    """So many answers that somebody changed after the step of this number, which counts from 0, between two moments.

    `is_more` where there were so many changes that the first of them are not counted.
    """

    after: int
    by: ChangedBy
    count: int
    begun_at: datetime
    at: datetime
    is_more: bool


@dataclass(frozen=True, slots=True)
class Now:
    """A return under review as it is now, and the latest changes since a preparer first took it, the oldest first."""

    estimate: Estimate
    changes: tuple[Change, ...]

    def since_looked(self, seen: Seen) -> tuple[Change, ...]:
        """Those at which the preparer of this review has still to look."""
        return tuple(each for each in self.changes if each.told.revision > seen.looked_revision)

    def batches(self, seen: Seen) -> list[Batch]:
        """How many answers were changed after which step, and by whom. What came after the end is left out."""
        found: dict[tuple[int, ChangedBy], list[ToldChange]] = {}
        for each in self.changes:
            found.setdefault((_step_before(seen, each.told), each.by), []).append(each.told)
        end = None if seen.is_open else len(seen.steps) - 1
        return [self._batch(after, by, told) for (after, by), told in found.items() if after != end]

    def _batch(self, after: int, by: ChangedBy, told: Sequence[ToldChange]) -> Batch:
        is_more = len(self.changes) == MOST_SHOWN and told[0] == self.changes[0].told
        return Batch(after, by, len({each.path for each in told}), told[0].at, told[-1].at, is_more)


async def for_member(session: DbSession, person: Person, *, seen: Seen) -> Now:
    """One's own return. NotFound for who is in it no more."""
    policy.reviews.ASK.require(person)
    reached = await store.one_of_year(session, person, tax_year=seen.tax_year, return_id=seen.return_id)
    estimate = estimate_of(session, reached, store.answers_in(session, reached))
    return Now(estimate, await _changes(session, person, seen, reached, estimate))


async def for_preparer(session: DbSession, person: Person, *, seen: Seen) -> Now:
    """The return of a customer: a look that is written down. NotFound for who may not see it any more."""
    policy.reviews.PREPARE.require(person)
    which = {"return_id": seen.return_id}
    estimate = await customers.estimate_at(session, person, customer_id=seen.customer_id, **which)
    reached = await reached_to_read(session, seen.customer_id, **which)
    return Now(estimate, await _changes(session, person, seen, reached, estimate))


async def latest_not_looked_at(session: DbSession, seen: Seen, *, up_to: int) -> int | None:
    """The last revision up to this one that the preparer of a review has not looked at; None where there is none."""
    latest = select(func.max(ReturnChange.revision)).where(
        ReturnChange.return_id == seen.return_id,
        ReturnChange.revision > seen.looked_revision,
        ReturnChange.revision <= up_to,
    )
    return (await session.exec(latest)).one()


async def _changes(
    session: DbSession, person: Person, seen: Seen, reached: Reached, estimate: Estimate
) -> tuple[Change, ...]:
    """Those that led to this estimate: what came while it was read is told with the next one."""
    taken = next((each for each in seen.steps if each.step is ReviewStep.TAKEN), None)
    if taken is None or estimate.revision == taken.revision:
        return ()
    found = await changes.of_return(session, reached, estimate.answers, after=taken.revision or 0)
    members = await looks.members_of(session, seen.return_id)
    told = [each for each in reversed(found) if each.revision <= estimate.revision]
    return tuple(Change(each, _by(person, seen, members, each.account_id)) for each in told)


def _by(person: Person, seen: Seen, members: set[UUID], account_id: UUID | None) -> ChangedBy:
    if account_id == person.person_id:
        return ChangedBy.YOU
    if account_id == seen.customer_id:
        return ChangedBy.CUSTOMER
    return ChangedBy.OTHER_MEMBER if account_id in members else ChangedBy.HELPER


def _step_before(seen: Seen, told: ToldChange) -> int:
    """A taking and an approval know which revision they found; of all other steps only the time is known."""

    def is_before(step: Step) -> bool:
        return step.at <= told.at if step.revision is None else step.revision < told.revision

    return max((number for number, step in enumerate(seen.steps) if is_before(step)), default=0)
