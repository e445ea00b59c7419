"""Refund estimates: begun by anybody, saved answer by answer, computed by services.tax whenever they are looked at."""

from uuid import UUID

from services import tax
from services.errors import NotFound
from services.house import DbSession
from services.returns import consistency, store
from services.returns.answers import answer_at, put_answer
from services.returns.elsewhere import WHATEVER_IT_IS, ChangedElsewhere, check_unchanged
from services.returns.estimating import Estimate, estimate_of, news_of, saved
from services.returns.listing import add_cost, add_dependent, put_back, remove_cost, remove_dependent
from services.visitor import Visitor

__all__ = [
    "YEARS",
    "ChangedElsewhere",
    "Estimate",
    "add_cost",
    "add_dependent",
    "begin",
    "begun_years",
    "estimate_for",
    "news_of",
    "put_back",
    "remove_cost",
    "remove_dependent",
    "save_answer",
]
YEARS = tax.YEARS


async def begin(session: DbSession, visitor: Visitor, *, tax_year: int) -> UUID:
    """The visitor's estimate of this year: the one they have, or a new one. NotFound for a year without law."""
    if tax_year not in YEARS:
        raise NotFound
    await store.one_at_a_time(session, visitor, tax_year=tax_year)
    rows = await store.returns_of(session, visitor, tax_year=tax_year)
    return rows[0].id if rows else (await store.create(session, visitor, tax_year=tax_year)).id


async def begun_years(session: DbSession, visitor: Visitor) -> frozenset[int]:
    """The years of which this visitor has an estimate."""
    return await store.years_of(session, visitor)


async def estimate_for(
    session: DbSession, visitor: Visitor, *, tax_year: int, return_id: UUID | None = None
) -> Estimate:
    """The estimate of this year that was begun first, or the one asked for; NotFound when there is none.

    Somebody who began another one as a guest, and then signed in, so finds their own first.
    """
    if tax_year not in YEARS:
        raise NotFound
    rows = await store.returns_of(session, visitor, tax_year=tax_year)
    chosen = [row for row in rows if return_id in {None, row.id}]
    if not chosen:
        raise NotFound
    return estimate_of(session, chosen[0], store.answers_in(session, chosen[0]), tuple(row.id for row in rows))


async def save_answer(
    session: DbSession, visitor: Visitor, value: object, *, return_id: UUID, path: str, seen: object = WHATEVER_IT_IS
) -> Estimate:
    """Change one answer, where the person saw `seen` before they changed it.

    Invalid(path) when the value can't be one, or does not fit the others; ChangedElsewhere when somebody was faster.
    """
    row, answers = await store.to_change(session, visitor, return_id)
    now = answer_at(answers, path)
    check_unchanged(path, now=now, seen=seen, wanted=value)
    before = _as_text(now)
    put_answer(answers, path, value)
    consistency.check(answers, path, row.tax_year)
    change = {"path": path, "before": before, "after": _as_text(answer_at(answers, path))}
    return await saved(session, visitor, row, answers, change)


def _as_text(value: object) -> str:
    return "" if value is None else str(value)
