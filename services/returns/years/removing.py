"""Removing the answers of one year, with a way back for 30 days. Then services/retention.py deletes them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col

from db.tables.returns import TaxReturn
from services.errors import Conflict, NotFound
from services.house import DbSession
from services.returns import store
from services.returns.joint.rows import is_shared
from services.visitor import Visitor

REMOVED_STAYS = timedelta(days=30)
"""The same stands in db/security/what_is_over.sql and in the words of the page."""


@dataclass(frozen=True, slots=True)
class Removed:
    """Answers of a year that can still be put back, until `gone_at`."""

    return_id: UUID
    tax_year: int
    gone_at: datetime


async def remove(session: DbSession, visitor: Visitor, *, return_id: UUID) -> None:
    """Take one return out of everybody's sight. NotFound for a stranger's and for one that is removed already.

    Conflict for one that two people hold: each of them can leave it, and none can take it from the other.
    """
    own = await store.one_of(session, visitor, return_id, locked=True)
    if own is None:
        raise NotFound
    if await is_shared(session, return_id):
        raise Conflict("joint.shared")
    own.row.removed_at = session.house.clock.now()
    await session.flush()


async def removed(session: DbSession, visitor: Visitor) -> list[Removed]:
    """What this visitor removed and can still put back, the newest first."""
    query = store.theirs(visitor, removed=True).where(col(TaxReturn.removed_at) > _oldest(session))
    found = await session.exec(query.order_by(col(TaxReturn.removed_at).desc(), col(TaxReturn.id)))
    return [Removed(row.id, row.tax_year, row.removed_at + REMOVED_STAYS) for row, _ in found if row.removed_at]


async def put_back(session: DbSession, visitor: Visitor, *, return_id: UUID) -> None:
    """Bring a removed return back as it was. NotFound for what is not among those that can be."""
    query = store.theirs(visitor, removed=True).where(
        TaxReturn.id == return_id, col(TaxReturn.removed_at) > _oldest(session)
    )
    found = (await session.exec(query.with_for_update(of=TaxReturn))).first()
    if found is None:
        raise NotFound
    found[0].removed_at = None
    await session.flush()


def _oldest(session: DbSession) -> datetime:
    return session.house.clock.now() - REMOVED_STAYS
