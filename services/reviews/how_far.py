"""How far the reviews of several returns are, for a page that lists returns: one query for all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col, select

from db.tables.reviews import Review
from db.values.reviews import ReviewState
from services import policy
from services.house import DbSession
from services.reviews import rows
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class HowFar:
    """The latest review of a return: its state, as its members see it, and when somebody last changed that."""

    state: ReviewState
    changed_at: datetime


async def latest_of_each(session: DbSession, person: Person, return_ids: Iterable[UUID]) -> dict[UUID, HowFar]:
    """By the id of the return. Those that were never reviewed are left out, as are those of others."""
    policy.reviews.ASK.require(person)
    query = select(Review, func.app_review_is_held(Review.id)).where(col(Review.return_id).in_(set(return_ids)))
    latest = query.ext(distinct_on(col(Review.return_id))).order_by(
        col(Review.return_id), col(Review.asked_at).desc(), col(Review.id)
    )
    return {
        row.return_id: HowFar(rows.state_of(row, held=held), row.changed_at) for row, held in await session.exec(latest)
    }
