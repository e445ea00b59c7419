"""Which year somebody can begin from, and beginning it. Nothing that they have answered already is written over."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from services.errors import Conflict, NotFound
from services.house import DbSession
from services.returns import store
from services.returns.answers import Answers
from services.returns.estimate import Estimate, estimate_of
from services.returns.next_year.items import items_of
from services.returns.next_year.putting import taken_over
from services.returns.saving import saved
from services.returns.store import Reached
from services.tax import YEARS
from services.visitor import Visitor


@dataclass(frozen=True, slots=True)
class LastYear:
    """The estimate of the year before, from which `tax_year` can be begun unless it `is_begun` already."""

    tax_year: int
    last: Estimate
    is_begun: bool


async def before(session: DbSession, visitor: Visitor, *, tax_year: int) -> LastYear | None:
    """The year before; None where nothing was said in it."""
    last = await _last(session, visitor, tax_year)
    if last is None:
        return None
    there = await store.returns_of(session, visitor, tax_year=tax_year)
    told = estimate_of(session, last, store.answers_in(session, last))
    return LastYear(tax_year, told, is_begun(session, there))


async def follows(session: DbSession, visitor: Visitor, *, tax_year: int) -> int | None:
    """The year before, where something was said in it."""
    return tax_year - 1 if await _last(session, visitor, tax_year) else None


async def start(session: DbSession, visitor: Visitor, *, tax_year: int, chosen: Collection[str]) -> UUID:
    """Begin this year with what is chosen of the year before (keys of items; others mean nothing).

    NotFound where there is no year before; Conflict where something was said in this year already.
    """
    await store.one_at_a_time(session, visitor, tax_year=tax_year)
    last = await _last(session, visitor, tax_year)
    if last is None:
        raise NotFound
    there = await store.returns_of(session, visitor, tax_year=tax_year)
    if is_begun(session, there):
        raise Conflict("last_year.begun_already")
    answers = store.answers_in(session, last)
    known = {item.key for item in items_of(answers, tax_year)}
    begun = there[0] if there else await store.create(session, visitor, tax_year=tax_year)
    taken = sorted(known.intersection(chosen))
    change = {"path": "carried_from", "before": "", "after": ", ".join([str(last.row.tax_year), *taken])}
    await saved(session, visitor, begun, taken_over(answers, taken, carried_from=last.row.id), change)
    return begun.row.id


async def _last(session: DbSession, visitor: Visitor, tax_year: int) -> Reached | None:
    """The return of the year before that has answers; of several, the one that was changed last."""
    if tax_year not in YEARS:
        return None
    there = await store.returns_of(session, visitor, tax_year=tax_year - 1)
    told = [each for each in there if says_something(store.answers_in(session, each))]
    return max(told, key=lambda each: each.row.changed_at, default=None)


def is_begun(session: DbSession, there: Iterable[Reached]) -> bool:
    """Whether anything was answered in one of these returns."""
    return any(says_something(store.answers_in(session, each)) for each in there)


def says_something(answers: Answers) -> bool:
    """Whether anything was answered; where somebody stopped reading is no answer."""
    return answers != Answers(left_at=answers.left_at)
