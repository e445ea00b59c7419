"""How a return stands that was marked as filed, for whoever sees its result."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import select

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
    days = (await session.exec(select(func.app_days_filed(estimate.return_id)))).all()
    return LastFiled(days[-1], len(days) > 1, by_others=True) if days else None


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
