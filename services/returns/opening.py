"""Opening a return: one's own, which is begun first where there is none, or that of a customer who trusts one."""

from dataclasses import replace
from uuid import UUID

from services.errors import NotFound
from services.house import DbSession
from services.returns import helped, history, store
from services.returns.answers import Answers
from services.returns.estimate import Estimate, estimate_of
from services.returns.joint.who import own_name
from services.returns.next_year import beginning
from services.returns.next_year.hints import LastAmounts
from services.returns.store import Reached
from services.tax import YEARS
from services.visitor import Person, Visitor


async def begin(session: DbSession, visitor: Visitor, *, tax_year: int) -> UUID:
    """The visitor's estimate of this year: the one they have, or a new one. NotFound for a year without law."""
    if tax_year not in YEARS:
        raise NotFound
    await store.one_at_a_time(session, visitor, tax_year=tax_year)
    rows = await store.returns_of(session, visitor, tax_year=tax_year)
    if rows:
        return rows[0].row.id
    return (await store.create(session, visitor, tax_year=tax_year)).row.id


async def begun_years(session: DbSession, visitor: Visitor) -> frozenset[int]:
    """The years of which this visitor has an estimate."""
    return frozenset(each.row.tax_year for each in await store.all_of(session, visitor))


async def estimate_for(
    session: DbSession, visitor: Visitor, *, tax_year: int, return_id: UUID | None = None, act: str = "estimate.see"
) -> Estimate:
    """The estimate of this year that was begun first, or the one asked for; NotFound when there is none.

    Somebody who began another one as a guest, and then signed in, so finds their own first. One that is asked for may
    also be of a customer who trusts the visitor to see it; then the `act` is recorded.
    """
    if tax_year not in YEARS:
        raise NotFound
    begun = await store.returns_of(session, visitor, tax_year=tax_year)
    chosen = next((each for each in begun if return_id in {None, each.row.id}), None)
    if chosen is None:
        return await _of_a_customer(session, visitor, tax_year, return_id, act)
    answers = store.answers_in(session, chosen)
    mine = estimate_of(session, chosen, answers, tuple(each.row.id for each in begun))
    follows = await beginning.follows(session, visitor, tax_year=tax_year)
    return replace(
        mine,
        by_others=await history.by_others(session, visitor, chosen.row, as_spouse=chosen.as_spouse),
        last_amounts=await _last_amounts(session, visitor, answers),
        follows=follows,
        can_begin_from=None if beginning.is_begun(session, begun) else follows,
        you=await own_name(session, visitor, chosen.row.id),
    )


async def keep_place(session: DbSession, visitor: Visitor, *, return_id: UUID, place: str) -> None:
    """Remember where in the interview the visitor is, for when they come back. A customer's place stays theirs.

    No answer changed: nobody is told, and the history does not know.
    """
    own = await store.one_of(session, visitor, return_id, locked=True)
    if own is not None:
        answers = store.answers_in(session, own)
        answers.left_at = place
        store.seal_answers(session, own, answers)
        await session.flush()


async def _of_a_customer(
    session: DbSession, visitor: Visitor, tax_year: int, return_id: UUID | None, act: str
) -> Estimate:
    seen = await helped.to_see(session, visitor, return_id)
    if seen.row.tax_year != tax_year or not isinstance(visitor, Person):
        raise NotFound
    reached = Reached(seen.row, seen.as_spouse)
    estimate = estimate_of(session, reached, store.answers_in(session, reached), (seen.row.id,))
    done = act if estimate.result is not None else "estimate.see"  # there was nothing to take
    await helped.note(session, visitor, seen, act=done)
    return replace(estimate, helping=seen.customer, you=seen.you)


async def _last_amounts(session: DbSession, visitor: Visitor, answers: Answers) -> LastAmounts | None:
    """Only of a return that is the visitor's own, too: who shares this year need not share the one before."""
    last = await store.one_of(session, visitor, answers.carried_from) if answers.carried_from else None
    return LastAmounts(last.row.tax_year, store.answers_in(session, last)) if last else None
