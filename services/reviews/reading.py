"""A review as both sides see it: how far it is, each step in order, and what exactly was approved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from db.tables.reviews import Review, ReviewEvent
from db.values.reviews import STEPS_OF_CUSTOMERS, ReviewState, ReviewStep
from services import policy
from services.errors import NotFound
from services.house import DbSession
from services.returns import looks
from services.returns.estimate import Estimate
from services.reviews import rows
from services.staff import names
from services.tax import edition_of
from services.visitor import Person
from services.words import sentence


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `who` is what a preparer is called, empty for a customer; `is_own` for who looks.

    `by_other` where two people hold the return, and who took it is not the one who asked for the review. `revision` is
    the one of the answers that somebody took or approved.
    """

    step: ReviewStep
    at: datetime
    who: str
    is_own: bool
    by_other: bool
    text: str
    line: str
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """What was approved: the answers of this revision, by this edition of the law, with this outcome in cents."""

    at: datetime
    by: str
    revision: int
    law: str
    outcome: int

    def still_holds(self, estimate: Estimate) -> bool:
        """Whether nothing has changed since: neither an answer, nor the law, nor what comes out."""
        outcome = estimate.result.outcome if estimate.result else None
        now = (estimate.revision, edition_of(estimate.tax_year), outcome)
        return now == (self.revision, self.law, self.outcome)


@dataclass(frozen=True, slots=True)
class Seen:
    """A review. `preparer` is who holds it now; while nobody does, it is asked for, whatever happened before.

    `is_joint` where two people hold the return and read it all. `looked_revision` is the one of the answers that their
    preparer has looked at, and `looked_at` when they said so, or took the review.
    """

    id: UUID
    return_id: UUID
    customer_id: UUID
    tax_year: int
    state: ReviewState
    asked_at: datetime
    changed_at: datetime
    preparer: str
    steps: tuple[Step, ...]
    approval: Approval | None
    is_joint: bool
    looked_revision: int = 0
    looked_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return self.state not in {ReviewState.APPROVED, ReviewState.CLOSED, ReviewState.WITHDRAWN}

    @property
    def question(self) -> Step | None:
        """What the preparer asked last, while the review waits for an answer."""
        asked = [each for each in self.steps if each.step is ReviewStep.QUESTION]
        return asked[-1] if asked and self.state is ReviewState.WAITING else None

    @property
    def reason(self) -> str:
        """Why it ended without an approval, in the words of the preparer; empty if it did not."""
        return next((each.text for each in self.steps if each.step is ReviewStep.CLOSED), "")

    @property
    def noted(self) -> Mapping[str, Sequence[Step]]:
        """The notes of preparers by the line of the return that they are about."""
        notes = [each for each in self.steps if each.step is ReviewStep.NOTE and each.line]
        return {note.line: [each for each in notes if each.line == note.line] for note in notes}

    def about(self, line: str) -> tuple[Step, ...]:
        """What was written about this line of the return."""
        return tuple(each for each in self.steps if each.line == line)


async def latest_of(session: DbSession, person: Person, *, return_id: UUID) -> Seen | None:
    """The latest review of a return of one's own, as its members see it; None if there was none."""
    policy.reviews.ASK.require(person)
    query = select(Review).where(Review.return_id == return_id).order_by(col(Review.asked_at).desc(), col(Review.id))
    row = (await session.exec(query)).first()
    return await shown(session, person, row) if row else None


async def review_at(session: DbSession, person: Person, *, review_id: UUID) -> Seen:
    """A review that this preparer holds. The look is written down; NotFound for all others."""
    policy.reviews.PREPARE.require(person)
    row = await rows.prepared(session, person, review_id)
    await rows.write_down(session, person, row, "review.see")
    return await shown(session, person, row)


async def is_behind(session: DbSession, review_id: UUID, *, steps: int) -> bool:
    """Whether a review has not so many steps any more, for who may see it. Nothing of it is read."""
    query = select(func.count()).select_from(ReviewEvent).where(ReviewEvent.review_id == review_id)
    return (await session.exec(query)).one() != steps


async def shown(session: DbSession, person: Person, row: Review) -> Seen:
    """A review as this person sees it, who is in its return or prepares it."""
    query = select(ReviewEvent).where(ReviewEvent.review_id == row.id)
    events = (await session.exec(query.order_by(col(ReviewEvent.happened_at), col(ReviewEvent.id)))).all()
    by_us = [each.actor_id for each in events if each.step not in STEPS_OF_CUSTOMERS and each.actor_id]
    called = await names.of(session, [*by_us, *([row.preparer_id] if row.preparer_id else [])])
    held = row.ended_at is None and await rows.is_held(session, row.id)
    state = rows.state_of(row, held=held)
    looked_revision, looked_at = _looked(row, events)
    return Seen(
        id=row.id,
        return_id=row.return_id,
        customer_id=row.customer_id,
        tax_year=row.tax_year,
        state=state,
        asked_at=row.asked_at,
        changed_at=row.changed_at,
        preparer=called[row.preparer_id] if held and row.preparer_id else "",
        steps=tuple(_step(session, person, row, each, called) for each in events),
        approval=_approval(session, events, called) if state is ReviewState.APPROVED else None,
        is_joint=len(await looks.members_of(session, row.return_id)) > 1,
        looked_revision=looked_revision,
        looked_at=looked_at,
    )


def _looked(row: Review, events: Sequence[ReviewEvent]) -> tuple[int, datetime | None]:
    """Until they say that they looked, it counts from where they took it. Of an earlier release we do not know that."""
    if row.looked_revision is not None:
        return row.looked_revision, row.looked_at
    taken = [each for each in events if each.step == ReviewStep.TAKEN]
    return (taken[-1].revision or 0, taken[-1].happened_at) if taken else (0, None)


def _step(session: DbSession, person: Person, row: Review, event: ReviewEvent, called: dict[UUID, str]) -> Step:
    return Step(
        ReviewStep(event.step),
        event.happened_at,
        _who(event, called),
        event.actor_id == person.person_id,
        event.step in STEPS_OF_CUSTOMERS and event.actor_id != row.customer_id,
        rows.opened(session, event, "text_sealed"),
        rows.opened(session, event, "line_sealed"),
        event.revision,
    )


def _who(event: ReviewEvent, called: dict[UUID, str]) -> str:
    if event.step in STEPS_OF_CUSTOMERS:
        return ""
    return called[event.actor_id] if event.actor_id else sentence("staff.no_name")


def _approval(session: DbSession, events: Sequence[ReviewEvent], called: dict[UUID, str]) -> Approval:
    event = next(each for each in reversed(events) if each.step == ReviewStep.APPROVED)
    if event.revision is None or event.law is None:
        raise NotFound  # no approval is written without them
    outcome = int(rows.opened(session, event, "outcome_sealed"))
    return Approval(event.happened_at, _who(event, called), event.revision, event.law, outcome)
