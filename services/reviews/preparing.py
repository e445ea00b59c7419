"""What a preparer does in a review that they hold: note, ask for what is missing, approve, or say why not."""

from uuid import UUID

from db.tables.reviews import Review
from db.values.reviews import ReviewState, ReviewStep
from services import policy
from services.errors import Conflict
from services.house import DbSession
from services.reviews import changed, letters, reading, rows, taking
from services.staff.customers_returns import estimate_to_read
from services.tax import edition_of
from services.visitor import Person


async def note(session: DbSession, person: Person, text: str, *, review_id: UUID, line: str = "") -> reading.Seen:
    """Write something for the customer to read. Invalid("text") for nothing or too much; NotFound if not one's own.

    The customer gets a letter about the first of several notes that are written one soon after the other.
    """
    policy.reviews.PREPARE.require(person)
    row = await rows.prepared(session, person, review_id)
    is_one_more = await rows.has_written(session, person, row, since=session.house.clock.now() - letters.SOON_AFTER)
    await rows.add_step(session, person, row, ReviewStep.NOTE, text=rows.checked_text(text), line=line)
    await rows.write_down(session, person, row, "review.noted")
    if not is_one_more:
        await letters.tell(session, person, row, ReviewStep.NOTE)
    return await reading.shown(session, person, row)


async def ask_for(session: DbSession, person: Person, text: str, *, review_id: UUID) -> reading.Seen:
    """Ask the customer for what is missing: they get a letter, and the review waits for them. As `note` otherwise."""
    policy.reviews.PREPARE.require(person)
    row = await rows.prepared(session, person, review_id)
    await rows.add_step(session, person, row, ReviewStep.QUESTION, text=rows.checked_text(text))
    rows.stand(session, row, ReviewState.WAITING)
    await rows.write_down(session, person, row, "review.questioned")
    await letters.tell(session, person, row, ReviewStep.QUESTION)
    return await reading.shown(session, person, row)


async def look_over(session: DbSession, person: Person, *, review_id: UUID, revision: int) -> reading.Seen:
    """Say that one has looked at all that was changed up to this revision of the answers. NotFound if not one's own."""
    policy.reviews.PREPARE.require(person)
    row = await rows.prepared(session, person, review_id)
    seen = await reading.shown(session, person, row)
    latest = await changed.latest_not_looked_at(session, seen, up_to=revision)
    if latest is None:
        return seen
    row.looked_revision, row.looked_at = latest, session.house.clock.now()
    session.tell(rows.news_of(row.return_id), b"looked")
    await rows.write_down(session, person, row, "review.looked")
    return await reading.shown(session, person, row)


async def approve(
    session: DbSession,
    person: Person,
    *,
    review_id: UUID,
    revision: int,
    although_open: bool = False,
    has_looked: bool = False,
) -> None:
    """Approve the answers of this revision, as the preparer sees them, by the law as it is. That ends the review.

    Conflict when the answers were changed meanwhile, when there is no result that could be approved, when a question of
    the return or their own is open, unless they approve it `although_open`, and when they have not looked at a change.
    """
    policy.reviews.PREPARE.require(person)
    row = await rows.prepared(session, person, review_id)
    if not has_looked:
        await _check_looked(session, person, row, revision)
    approved = await _approvable(session, row, revision, although_open=although_open)
    await rows.add_step(session, person, row, ReviewStep.APPROVED, revision=revision, approved=approved)
    await rows.write_down(session, person, row, "review.approved")
    await letters.tell(session, person, row, ReviewStep.APPROVED)
    await _ended(session, person, row, ReviewState.APPROVED, by=ReviewStep.APPROVED)


async def close(session: DbSession, person: Person, text: str, *, review_id: UUID) -> None:
    """End the review without an approval; the text is the reason, which the customer reads. As `note` otherwise."""
    policy.reviews.PREPARE.require(person)
    row = await rows.prepared(session, person, review_id)
    await rows.add_step(session, person, row, ReviewStep.CLOSED, text=rows.checked_text(text))
    await rows.write_down(session, person, row, "review.closed")
    await letters.tell(session, person, row, ReviewStep.CLOSED)
    await _ended(session, person, row, ReviewState.CLOSED, by=ReviewStep.CLOSED)


async def _ended(session: DbSession, person: Person, row: Review, state: ReviewState, *, by: ReviewStep) -> None:
    rows.end(session, row, state)
    await session.flush()
    await taking.end_assignment(session, person, row, by=by)


async def _check_looked(session: DbSession, person: Person, row: Review, revision: int) -> None:
    seen = await reading.shown(session, person, row)
    if await changed.latest_not_looked_at(session, seen, up_to=revision) is not None:
        raise Conflict("review.not_looked")


async def _approvable(session: DbSession, row: Review, revision: int, *, although_open: bool) -> rows.Approved:
    estimate = await estimate_to_read(session, row.customer_id, return_id=row.return_id)
    if estimate.revision != revision:
        raise Conflict("review.answers_changed")
    if estimate.result is None:
        raise Conflict("review.beyond" if estimate.beyond else "review.no_result")
    is_open = estimate.uncertain or estimate.notes or row.state == ReviewState.WAITING
    if is_open and not although_open:
        raise Conflict("review.still_open")
    return rows.Approved(edition_of(row.tax_year), estimate.result.outcome)
