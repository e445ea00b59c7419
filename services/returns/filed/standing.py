"""How a return stands that was marked as filed, for whoever sees its result."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from db.tables.returns import FiledReturn
from services.house import DbSession
from services.returns.estimate import Estimate
from services.returns.filed.marking import Filed, History, snapshots_of
from services.tax import Money

_PAID_LATE = ("1040.27a", "1040.28")  # the earned income credit, and the additional child tax credit


@dataclass(frozen=True, slots=True)
class LastFiled:
    """What was filed last, and when. `by_others` for a trusted person, who learns the day and nothing else of it.

    `outcome` is what that return says, `change` what it brings or costs beyond the one before: cents, a refund above
    zero. `has_late_credits` where the IRS pays no refund before a day in February, `is_changed` where something else
    comes out now.
    """

    on: date
    is_amended: bool
    by_others: bool = False
    outcome: Money | None = None
    change: Money = 0
    has_late_credits: bool = False
    is_changed: bool = False


async def last_filed(session: DbSession, estimate: Estimate) -> LastFiled | None:
    """What was filed last of this return, for who opened it; None where nothing was marked."""
    if estimate.helping is None:
        filed = await snapshots_of(session, estimate.return_id, as_spouse=estimate.as_spouse)
        return _of_own(History(estimate, filed)) if filed else None
    days = await days_filed(session, estimate.return_id)
    return LastFiled(days[-1], len(days) > 1, by_others=True) if days else None


async def days_filed(session: DbSession, return_id: UUID) -> Sequence[date]:
    """The days on which a return was filed, first and amended, for who may read it; none for others."""
    return (await session.exec(select(func.app_days_filed(return_id)))).all()


async def days_of_own(session: DbSession, return_ids: Collection[UUID]) -> Mapping[UUID, tuple[date, ...]]:
    """The same for several returns of one's own, by their ids."""
    query = select(col(FiledReturn.return_id), col(FiledReturn.filed_on)).where(
        col(FiledReturn.return_id).in_(return_ids)
    )
    found: dict[UUID, list[date]] = {}
    for return_id, day in await session.exec(query.order_by(col(FiledReturn.marked_at), col(FiledReturn.id))):
        found.setdefault(return_id, []).append(day)
    return {return_id: tuple(days) for return_id, days in found.items()}


def _of_own(told: History) -> LastFiled:
    last: Filed = told.filed[-1]
    return LastFiled(
        last.filed_on,
        len(told.filed) > 1,
        outcome=last.outcome,
        change=told.changes[-1],
        has_late_credits=any(last.lines.get(line) for line in _PAID_LATE),
        is_changed=told.is_changed,
    )
