"""What waits for a preparer, the longest wait first: with what one needs to choose, and nothing else of a customer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.sql.functions import coalesce
from sqlmodel import col, select

from db.tables.reviews import Review
from db.values.intake import InterpreterStatus
from db.values.people import CommunicationPreference
from services import audit, policy
from services.house import DbSession
from services.paging import last_page_of, nearest_page
from services.reviews import rows
from services.visitor import Person

ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """A review that nobody holds. `interpreter` is how far it is with one; None where none was asked for."""

    id: UUID
    tax_year: int
    talk: CommunicationPreference
    interpreter: InterpreterStatus | None
    since: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """A review that the asker holds, with the code of its state, since when."""

    id: UUID
    tax_year: int
    state: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of what waits, the one asked for or the nearest that there is, and all that the asker holds."""

    waiting: tuple[Waiting, ...]
    count: int
    page: int
    last_page: int
    held: tuple[Held, ...]


async def queue(
    session: DbSession, person: Person, *, talk: CommunicationPreference | None = None, page: int = 1
) -> Queue:
    """What waits, of those who talk in one way or of all. The look is written down."""
    policy.reviews.PREPARE.require(person)
    audit.record(session, person, "review.list", subject_table="review")
    talks = coalesce(func.app_talk_in_queue(Review.customer_id), CommunicationPreference.TEXT_ONLY.value)
    waits = [*rows.waits(), *([talks == talk.value] if talk else [])]
    count = (await session.exec(select(func.count()).select_from(Review).where(*waits))).one()
    last_page = last_page_of(count, on_a_page=ON_A_PAGE)
    page = nearest_page(page, last=last_page)
    query = select(Review, talks, func.app_interpreter_in_queue(Review.customer_id)).where(*waits)
    in_order = query.order_by(col(Review.asked_at), col(Review.id)).offset((page - 1) * ON_A_PAGE).limit(ON_A_PAGE)
    found = tuple(
        Waiting(
            row.id,
            row.tax_year,
            CommunicationPreference(way),
            InterpreterStatus(status) if status else None,
            row.asked_at,
        )
        for row, way, status in await session.exec(in_order)
    )
    return Queue(found, count, page, last_page, await _held(session, person))


async def _held(session: DbSession, person: Person) -> tuple[Held, ...]:
    query = select(Review).where(Review.preparer_id == person.person_id, func.app_prepares_review(Review.id))
    found = await session.exec(query.order_by(col(Review.changed_at)))
    return tuple(Held(row.id, row.tax_year, row.state, row.changed_at) for row in found)
