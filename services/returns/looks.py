"""Whose data a return is, and a look at it written down for each of them."""

from uuid import UUID

from sqlalchemy import func
from sqlmodel import select

from services import audit
from services.house import DbSession
from services.visitor import Person


async def members_of(session: DbSession, return_id: UUID) -> set[UUID]:
    """The accounts in a return, for who may read it; none for all others."""
    return set((await session.exec(select(func.app_members_of_return(return_id)))).all())


async def are_two(session: DbSession, return_id: UUID) -> bool:
    """Whether two people hold a return that who asks may read."""
    return len(await members_of(session, return_id)) > 1


async def write_down(
    session: DbSession,
    person: Person,
    act: str,
    *,
    return_id: UUID,
    customer_id: UUID,
    reason: str,
    review_id: UUID | None = None,
) -> None:
    """Put what somebody did with a return, or in a review of it, into the audit trail: once for each of its members.

    `customer_id` is by whom they were let in. The other member reads the same.
    """
    members = await members_of(session, return_id) | {customer_id}
    if reason == "assigned" and len(members) > 1:
        reason = "joint"
    table, row_id = ("review", review_id) if review_id else ("tax_return", return_id)
    for about in sorted(members):
        audit.record(session, person, act, subject_table=table, subject_id=row_id, about=about, reason=reason)
