"""How a preparer gets a review and gives it back. Who takes one is assigned to the customer while they hold it."""

from uuid import UUID

from sqlmodel import col, select

from db.tables.returns import TaxReturn
from db.tables.reviews import Review
from db.tables.staff import Assignment
from db.values.people import Role
from db.values.reviews import ReviewState, ReviewStep
from services import audit, policy
from services.errors import Conflict
from services.house import DbSession
from services.reviews import letters, rows
from services.staff import names
from services.staff.access import rights
from services.staff.queues import kinds
from services.visitor import Person


async def take(session: DbSession, person: Person, *, review_id: UUID) -> UUID:
    """Take a review that waits, and be assigned to its customer: its id.

    Conflict when it does not wait any more, or is of a return of one's own, and when one has no name yet by which the
    customer can know one.
    """
    policy.reviews.PREPARE.require(person)
    if not await names.known_names(session, [person.person_id]):
        raise Conflict("review.no_name")
    waiting = select(Review).where(Review.id == review_id, *rows.waits())
    row = (await session.exec(waiting.with_for_update())).first()
    # Asked anew, for the lock may have waited for a colleague.
    if row is None or row.ended_at or await rows.is_held(session, review_id):
        raise Conflict("review.taken_already")
    rows.stand(session, row, ReviewState.TAKEN)
    row.preparer_id, row.assignment_id = person.person_id, None
    row.looked_revision = row.looked_at = None
    await session.flush()
    row.assignment_id = await _begin_assignment(session, person, row)
    await session.flush()
    found = (await session.exec(select(TaxReturn.revision).where(TaxReturn.id == row.return_id))).one()
    await rows.add_step(session, person, row, ReviewStep.TAKEN, revision=found)
    await rows.write_down(session, person, row, "review.taken")
    await letters.tell(session, person, row, ReviewStep.TAKEN)
    return row.id


async def hand_back(session: DbSession, person: Person, *, review_id: UUID) -> None:
    """Let somebody else take it; one sees nothing more of the customer. NotFound unless one holds it."""
    policy.reviews.PREPARE.require(person)
    row = await rows.prepared(session, person, review_id)
    await rows.add_step(session, person, row, ReviewStep.HANDED_BACK)
    await rows.write_down(session, person, row, "review.handed_back")
    await letters.tell(session, person, row, ReviewStep.HANDED_BACK)
    await end_assignment(session, person, row, by=ReviewStep.HANDED_BACK)
    rows.stand(session, row, ReviewState.ASKED)
    kinds.tell(session, kinds.Queue.REVIEWS)
    row.preparer_id = row.assignment_id = None
    await session.flush()


async def end_assignment(session: DbSession, person: Person, row: Review, *, by: ReviewStep) -> None:
    """End the assignment that taking this review began; one by a coordinator stays. Open pages of staff hear of it.

    `by` is the step that ends it, which the customer reads.
    """
    if row.assignment_id is None:
        return
    query = select(Assignment).where(Assignment.id == row.assignment_id, col(Assignment.ended_at).is_(None))
    begun = (await session.exec(query.with_for_update())).first()
    if begun is not None:
        begun.ended_at, begun.ended_by = session.house.clock.now(), person.person_id
        await session.flush()
        audit.record(
            session, person, f"assignment.ended_by_review.{by}", subject_table="account", subject_id=row.customer_id
        )
        rights.tell(session, begun.staff_id)


async def _begin_assignment(session: DbSession, person: Person, row: Review) -> UUID | None:
    """The assignment that begins by this; None where a coordinator has made one before."""
    there = select(Assignment.id).where(
        Assignment.customer_id == row.customer_id,
        Assignment.staff_id == person.person_id,
        Assignment.role == Role.PREPARER,
        col(Assignment.ended_at).is_(None),
    )
    if (await session.exec(there)).first() is not None:
        return None
    begun = Assignment(
        customer_id=row.customer_id,
        staff_id=person.person_id,
        role=Role.PREPARER,
        begun_at=session.house.clock.now(),
        begun_by=person.person_id,
    )
    session.add(begun)
    await session.flush()
    audit.record(session, person, "assignment.begun.preparer", subject_table="account", subject_id=row.customer_id)
    rights.tell(session, person.person_id)
    kinds.tell(session, kinds.Rows.ASSIGNMENTS)
    return begun.id
