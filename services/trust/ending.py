"""How an access is over: ended by either of the two, declined, or by itself. Open pages hear of it at once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col, select

from db.tables.customers.trust import TrustedAccess
from db.values.trust import TrustEnd
from services import audit
from services.house import DbSession, House
from services.trust import letters, rows
from services.trust.rows import DESK
from services.visitor import Visitor
from services.words import sentence

AT_ONCE = 100
"""So many a transaction, so that each is short."""


def news_of(access_id: UUID) -> str:
    """The channel in `house.shared` on which open pages of an access hear that it ended, or that its rights changed."""
    return f"trust {access_id}"


async def end(session: DbSession, visitor: Visitor, row: TrustedAccess, *, by: TrustEnd) -> None:
    """End it now, and write to the customer. Done twice, nothing happens the second time."""
    if row.ended_at:
        return
    row.ended_at, row.ended_by, row.token_hash = session.house.clock.now(), by, None
    audit.record(session, visitor, f"trust.ended_by_{by}", subject_table="trusted_access", subject_id=row.id)
    session.tell(news_of(row.id), b"ended")
    if row.accepted_at or by is TrustEnd.DECLINED:
        await letters.tell(session, visitor, row, template="trust_ended", what=sentence(f"trust.letter.{by}"))
    await session.flush()


async def end_given_since(house: House, account_id: UUID, since: datetime) -> None:
    """End what somebody gave who was in an account that is not theirs: all that was given there since then."""
    theirs = (TrustedAccess.account_id == account_id, col(TrustedAccess.invited_at) >= since)
    async with house.transaction(DESK) as session:
        query = select(TrustedAccess).where(*theirs, col(TrustedAccess.ended_at).is_(None)).with_for_update()
        for row in await session.exec(query):
            await end(session, DESK, row, by=TrustEnd.CUSTOMER)


async def end_what_is_over(house: House) -> None:
    """Write down what ended by itself, and tell the customers. It was closed already when its time was over."""
    found = AT_ONCE
    while found == AT_ONCE:
        async with house.transaction(DESK) as session:
            over = await _over(session, house.clock.now())
            for row in over:
                await end(session, DESK, row, by=TrustEnd.TIME)
            found = len(over)


async def _over(session: DbSession, now: datetime) -> list[TrustedAccess]:
    never_accepted = col(TrustedAccess.accepted_at).is_(None)
    is_over = or_(
        col(TrustedAccess.expires_at) <= now,
        never_accepted & (col(TrustedAccess.invited_at) <= now - rows.ACCEPTED_WITHIN),
    )
    query = select(TrustedAccess).where(col(TrustedAccess.ended_at).is_(None), is_over).limit(AT_ONCE)
    return list(await session.exec(query.with_for_update(skip_locked=True)))
