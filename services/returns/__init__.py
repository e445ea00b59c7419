"""Refund estimates: begun by anybody, saved answer by answer, computed by services.tax whenever they are looked at."""

from dataclasses import replace
from uuid import UUID

from db.tables.returns import TaxReturn
from services import tax
from services.errors import NotFound
from services.house import DbSession
from services.returns import consistency, helped, store
from services.returns.answers import Answers, answer_at, put_answer
from services.returns.confirming import confirm_box, settle_twice
from services.returns.elsewhere import WHATEVER_IT_IS, ChangedElsewhere, check_unchanged
from services.returns.estimating import ChangeByOther, Estimate, estimate_of, news_of, saved
from services.returns.helped import HelpedYear
from services.returns.listing import (
    add_cost,
    add_dependent,
    add_form,
    put_back,
    remove_cost,
    remove_dependent,
    remove_form,
)
from services.returns.next_year import beginning
from services.returns.next_year.hints import LastAmounts
from services.trust import keeping
from services.trust.helping import Helping
from services.visitor import Person, Visitor
from services.words import sentence

__all__ = [
    "YEARS",
    "ChangeByOther",
    "ChangedElsewhere",
    "Estimate",
    "HelpedYear",
    "add_cost",
    "add_dependent",
    "add_form",
    "begin",
    "begun_years",
    "confirm_box",
    "estimate_for",
    "helped_years",
    "keep_place",
    "news_of",
    "put_back",
    "remove_cost",
    "remove_dependent",
    "remove_form",
    "save_answer",
    "settle_twice",
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


async def helped_years(session: DbSession, person: Person, customer: Helping) -> list[HelpedYear]:
    """The estimates of a customer that they let this person see."""
    return await helped.years(session, person, customer)


async def estimate_for(
    session: DbSession, visitor: Visitor, *, tax_year: int, return_id: UUID | None = None, act: str = "estimate.see"
) -> Estimate:
    """The estimate of this year that was begun first, or the one asked for; NotFound when there is none.

    Somebody who began another one as a guest, and then signed in, so finds their own first. One that is asked for may
    also be of a customer who trusts the visitor to see it; then the `act` is recorded.
    """
    if tax_year not in YEARS:
        raise NotFound
    rows = await store.returns_of(session, visitor, tax_year=tax_year)
    chosen = [row for row in rows if return_id in {None, row.id}]
    if not chosen:
        return await _of_a_customer(session, visitor, tax_year, return_id, act)
    answers = store.answers_in(session, chosen[0])
    mine = estimate_of(session, chosen[0], answers, tuple(row.id for row in rows))
    return replace(
        mine,
        by_others=await _by_others(session, visitor, chosen[0]),
        last_amounts=await _last_amounts(session, visitor, answers),
        can_begin_from=await beginning.can_begin_from(session, visitor, rows, tax_year=tax_year),
    )


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


async def keep_place(session: DbSession, visitor: Visitor, *, return_id: UUID, place: str) -> None:
    """Remember where in the interview the visitor is, for when they come back. A customer's place stays theirs."""
    await store.keep_place(session, visitor, return_id, place)


async def _of_a_customer(
    session: DbSession, visitor: Visitor, tax_year: int, return_id: UUID | None, act: str
) -> Estimate:
    row, customer = await helped.to_see(session, visitor, return_id, act=act)
    if row.tax_year != tax_year:
        raise NotFound
    return replace(estimate_of(session, row, store.answers_in(session, row), (row.id,)), helping=customer)


async def _last_amounts(session: DbSession, visitor: Visitor, answers: Answers) -> LastAmounts | None:
    """Only of a return that is the visitor's own, too: who shares this year need not share the one before."""
    row = await store.one_of(session, visitor, answers.carried_from) if answers.carried_from else None
    return LastAmounts(row.tax_year, store.answers_in(session, row)) if row else None


async def _by_others(session: DbSession, visitor: Visitor, row: TaxReturn) -> tuple[ChangeByOther, ...]:
    if not isinstance(visitor, Person):
        return ()
    changes = await store.changes_by_others(session, visitor, row)
    known = await keeping.addresses_of_trusted(session, visitor) if changes else {}
    if changes:
        known = dict.fromkeys(await store.fellows(session, row), sentence("joint.fellow")) | known
    by = [known.get(each.account_id, "") if each.account_id else "" for each in changes]
    paths = [store.path_of(session, each) for each in changes]
    return tuple(map(ChangeByOther, paths, by, [each.changed_at for each in changes]))


def _as_text(value: object) -> str:
    return "" if value is None else str(value)
