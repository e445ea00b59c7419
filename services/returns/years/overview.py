"""Every year whose law we know, with the returns of this visitor: how far each has come, and what comes out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from services.house import DbSession
from services.returns import store
from services.returns.estimate import estimate_of
from services.returns.filed.standing import days_of_own
from services.returns.joint.rows import shared_among
from services.returns.joint.who import fellow_name
from services.returns.next_year.beginning import says_something
from services.returns.store import Reached
from services.tax import YEARS, Money
from services.visitor import Visitor


class State(StrEnum):
    """How far a return has come."""

    OPENED = "opened"
    """Nothing is said in it yet."""
    BEGUN = "begun"
    BEYOND = "beyond"
    """It has something that we can't work out: a person has to."""
    OPEN = "open"
    """There is a result, and questions that could still change it."""
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Held:
    """One return. `outcome` is in cents, a refund above zero; None without a result. `is_joint` is for two people.

    `fellow` is what the other one is called where two people hold it, empty elsewhere. `filed` are the days on which
    it was marked as filed, first and amended.
    """

    return_id: UUID
    state: State
    outcome: Money | None
    changed_at: datetime
    is_joint: bool = False
    fellow: str = ""
    filed: tuple[date, ...] = ()

    @property
    def is_shared(self) -> bool:
        """Whether two people hold it."""
        return bool(self.fellow)


@dataclass(frozen=True, slots=True)
class Year:
    """A tax year with the returns of it, as they were begun. `begins_from` is the year before, if it can be used.

    `follows` is the year before, if something was said in it and in this one.
    """

    tax_year: int
    returns: tuple[Held, ...]
    begins_from: int | None = None
    follows: int | None = None


async def years_of(session: DbSession, visitor: Visitor) -> list[Year]:
    """All years, the first one first. Each return is computed once, which takes a few milliseconds."""
    held: dict[int, list[Held]] = {year: [] for year in YEARS}
    own = [each for each in await store.all_of(session, visitor) if each.row.tax_year in held]
    shared = await shared_among(session, [each.row.id for each in own])
    filed = await days_of_own(session, [each.row.id for each in own])
    for each in own:
        fellow = await fellow_name(session, each.row.id) if each.row.id in shared else ""
        found = _held(session, each, fellow=fellow)
        held[each.row.tax_year].append(replace(found, filed=filed.get(each.row.id, ())))
    return [_year(year, held) for year in held]


def of_nobody() -> list[Year]:
    """The years for somebody who has begun nothing."""
    return [Year(year, ()) for year in YEARS]


def _held(session: DbSession, own: Reached, *, fellow: str) -> Held:
    row, answers = own.row, store.answers_in(session, own)
    estimate = estimate_of(session, own, answers)
    if not says_something(answers):
        state = State.OPENED
    elif estimate.beyond:
        state = State.BEYOND
    elif estimate.result is None:
        state = State.BEGUN
    else:
        state = State.COMPLETE if estimate.is_certain else State.OPEN
    outcome = estimate.result.outcome if estimate.result else None
    return Held(row.id, state, outcome, row.changed_at, is_joint=answers.is_joint, fellow=fellow)


def _year(year: int, held: dict[int, list[Held]]) -> Year:
    last = year - 1 if _is_told(held.get(year - 1, ())) else None
    is_told = _is_told(held[year])
    return Year(year, tuple(held[year]), None if is_told else last, last if is_told else None)


def _is_told(returns: Iterable[Held]) -> bool:
    return any(each.state is not State.OPENED for each in returns)
