"""What a customer does: ask for a review of a return, answer in text, and take it back."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from db.tables.returns import ReturnMember, TaxReturn
from db.tables.reviews import Review
from db.values.reviews import ReviewState, ReviewStep
from services import audit, policy
from services.errors import Conflict, NotFound
from services.house import DbSession
from services.reviews import letters, reading, rows, taking
from services.staff.queues import kinds
from services.visitor import Person


async def ask(session: DbSession, person: Person, *, return_id: UUID) -> reading.Seen:
    """Ask for a review of a return of one's own. NotFound for others; Conflict while one is under way."""
    policy.reviews.ASK.require(person)
    theirs = select(ReturnMember.return_id).where(ReturnMember.account_id == person.person_id)
    query = select(TaxReturn).where(TaxReturn.id == return_id)
    tax_return = (await session.exec(query.where(TaxReturn.id.in_(theirs)))).first()  # type: ignore[attr-defined]
    if tax_return is None:
        raise NotFound
    now = session.house.clock.now()
    row = Review(
        return_id=return_id,
        customer_id=person.person_id,
        tax_year=tax_return.tax_year,
        state=ReviewState.ASKED,
        asked_at=now,
        changed_at=now,
    )
    session.add(row)
    try:
        await session.flush()
    except IntegrityError:
        raise Conflict("review.asked_already") from None
    await rows.add_step(session, person, row, ReviewStep.ASKED)
    kinds.tell(session, kinds.Queue.REVIEWS)
    audit.record(session, person, "review.asked", subject_table="review", subject_id=row.id)
    await letters.confirm(session, person, row, ReviewStep.ASKED)
    return await reading.shown(session, person, row)


async def answer(session: DbSession, person: Person, text: str, *, review_id: UUID, line: str = "") -> reading.Seen:
    """Write to the preparer, also before one is there. `line` is the line of the return that it is about.

    Invalid("text") for nothing or too much; NotFound for a review that is over, or somebody else's.
    """
    policy.reviews.ASK.require(person)
    row = await rows.own(session, person, review_id)
    await rows.add_step(session, person, row, ReviewStep.ANSWER, text=rows.checked_text(text), line=line)
    if row.state == ReviewState.WAITING:
        rows.stand(session, row, ReviewState.ANSWERED)
    await session.flush()
    return await reading.shown(session, person, row)


async def withdraw(session: DbSession, person: Person, *, review_id: UUID) -> reading.Seen:
    """Take it back: the preparer sees nothing more from now on. NotFound unless it is open, and of one's own return.

    Each of two people who hold a return can do so, whoever of them asked: the preparer sees the data of both.
    """
    policy.reviews.ASK.require(person)
    row = await rows.own(session, person, review_id)
    await _take_back(session, person, row)
    await letters.confirm(session, person, row, ReviewStep.WITHDRAWN)
    return await reading.shown(session, person, row)


async def leave(session: DbSession, person: Person, *, return_id: UUID) -> None:
    """Take back what this person asked for, because they leave the return. No letter tells anybody that they do."""
    mine = select(Review).where(Review.return_id == return_id, Review.customer_id == person.person_id)
    row = (await session.exec(mine.where(col(Review.ended_at).is_(None)).with_for_update())).first()
    if row is not None:
        await _take_back(session, person, row)


async def _take_back(session: DbSession, person: Person, row: Review) -> None:
    await rows.add_step(session, person, row, ReviewStep.WITHDRAWN)
    rows.end(session, row, ReviewState.WITHDRAWN)
    await taking.end_assignment(session, person, row, by=ReviewStep.WITHDRAWN)
    await session.flush()
    audit.record(session, person, "review.withdrawn", subject_table="review", subject_id=row.id)
