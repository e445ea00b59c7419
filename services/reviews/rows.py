"""The rows of reviews: found and locked for who may, with each step that is added to them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlmodel import col, select

from db.tables.returns import ReturnMember
from db.tables.reviews import Review, ReviewEvent
from db.types import new_id
from db.values.reviews import ReviewState, ReviewStep
from services.errors import Invalid, NotFound
from services.house import DbSession
from services.returns import looks
from services.sealing import open_sealed, seal
from services.seen import in_lines
from services.visitor import Person

LONGEST_TEXT = 2_000
_EVENT = "review_event"


def news_of(return_id: UUID) -> str:
    """The channel in `house.shared` on which open pages hear that something happened in the review of a return."""
    return f"review of {return_id}"


async def own(session: DbSession, person: Person, review_id: UUID) -> Review:
    """An open review of a return that this person is a member of, locked; NotFound for all others."""
    theirs = select(ReturnMember.return_id).where(ReturnMember.account_id == person.person_id)
    query = select(Review).where(Review.id == review_id, col(Review.return_id).in_(theirs))
    return _open((await session.exec(query.with_for_update())).first())


async def prepared(session: DbSession, person: Person, review_id: UUID) -> Review:
    """An open review that this preparer holds, locked; NotFound for all others."""
    query = select(Review).where(Review.id == review_id, Review.preparer_id == person.person_id)
    row = _open((await session.exec(query.with_for_update())).first())
    if not (await session.exec(select(func.app_prepares_review(review_id)))).one():
        raise NotFound
    return row


def waits() -> tuple[ColumnElement[bool], ...]:
    """Open, held by nobody, and of no return of who asks."""
    return (
        col(Review.ended_at).is_(None),
        ~func.app_review_is_held(Review.id),
        ~func.app_is_member(Review.return_id),
    )


def state_of(row: Review, *, held: bool) -> ReviewState:
    """Where a review stands: one that is open and that nobody holds any more waits as if it were just asked for."""
    return ReviewState(row.state) if held or row.ended_at else ReviewState.ASKED


async def is_held(session: DbSession, review_id: UUID) -> bool:
    """Whether its preparer still works on it; a review that nobody holds waits in the queue."""
    return bool((await session.exec(select(func.app_review_is_held(review_id)))).one())


@dataclass(frozen=True, slots=True)
class Approved:
    """What an approval is of, beside the answers: the edition of the law, and the outcome in cents."""

    law: str
    outcome: int


async def add_step(
    session: DbSession,
    person: Person,
    row: Review,
    step: ReviewStep,
    *,
    text: str = "",
    line: str = "",
    revision: int | None = None,
    approved: Approved | None = None,
) -> None:
    """Write down a step that this person took now, at this `revision` of the answers if that matters."""
    event = ReviewEvent(
        id=new_id(), review_id=row.id, step=step, actor_id=person.person_id, happened_at=session.house.clock.now()
    )
    event.revision, event.law = revision, approved.law if approved else None
    event.text_sealed = _sealed(session, event, "text_sealed", text)
    event.line_sealed = _sealed(session, event, "line_sealed", line)
    event.outcome_sealed = _sealed(session, event, "outcome_sealed", str(approved.outcome) if approved else "")
    session.add(event)
    session.tell(news_of(row.return_id), step.value.encode())
    await session.flush()


async def has_written(session: DbSession, person: Person, row: Review, *, since: datetime) -> bool:
    """Whether this preparer has written something to read in a review, not longer ago than `since`."""
    written = (ReviewStep.NOTE, ReviewStep.QUESTION)
    query = select(ReviewEvent.id).where(
        ReviewEvent.review_id == row.id,
        ReviewEvent.actor_id == person.person_id,
        col(ReviewEvent.step).in_(written),
        ReviewEvent.happened_at >= since,
    )
    return (await session.exec(query)).first() is not None


def stand(session: DbSession, row: Review, state: ReviewState) -> None:
    """Say how far a review is from now on."""
    row.state, row.changed_at = state, session.house.clock.now()


def end(session: DbSession, row: Review, state: ReviewState) -> None:
    """Say how it ended: from now on nobody works on it."""
    stand(session, row, state)
    row.ended_at = row.changed_at


async def write_down(session: DbSession, person: Person, row: Review, act: str) -> None:
    """Put into the audit trail what a preparer did in a review that they hold, for everybody in its return."""
    await looks.write_down(
        session,
        person,
        act,
        return_id=row.return_id,
        customer_id=row.customer_id,
        reason="assigned",
        review_id=row.id,
    )


def checked_text(text: str) -> str:
    """What somebody wrote, without signs that nobody sees; Invalid("text") for nothing, and for too much."""
    text = in_lines(text)
    if not text:
        raise Invalid("text", "review.nothing_written")
    if len(text) > LONGEST_TEXT:
        raise Invalid("text", "review.too_long")
    return text


def opened(session: DbSession, event: ReviewEvent, column: str) -> str:
    """What is sealed in this column; empty where nothing is."""
    sealed: bytes | None = getattr(event, column)
    if sealed is None:
        return ""
    return open_sealed(session.house.keyring, sealed, table=_EVENT, column=column, row_id=event.id).decode()


def _sealed(session: DbSession, event: ReviewEvent, column: str, text: str) -> bytes | None:
    return seal(session.house.keyring, text, table=_EVENT, column=column, row_id=event.id) if text else None


def _open(row: Review | None) -> Review:
    if row is None or row.ended_at:
        raise NotFound("review.gone")
    return row
