"""The dollars by which a cost changes a refund: the difference of two computed returns, and nothing else.

The effect of one cost is all costs against all but this one. The effect of all is all costs against none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from services.finder.changes import profit_of, with_costs
from services.finder.explaining import explained
from services.finder.placing import Verdict
from services.finder.reasons import Reason, Why
from services.finder.rules import Place
from services.tax import Computed, Method, Money, Return, compute


@dataclass(frozen=True, slots=True)
class Effect:
    """Cents by which a refund rises (an amount owed falls); below zero it falls. None: it can't be known here."""

    amount: Money | None
    why: tuple[Reason, ...]


def effects(base: Computed, verdicts: Sequence[Verdict], method: Method) -> tuple[tuple[Effect, ...], Effect]:
    """The effect of each cost on the return that was computed without them, in their order, and of all together."""
    return_ = base.given
    alone = [_obstacles(return_, verdict, method) for verdict in verdicts]
    known = [verdict for verdict, obstacles in zip(verdicts, alone, strict=True) if verdict.counted and not obstacles]
    with_all = compute(with_costs(return_, known), method=method)
    singles = tuple(
        Effect(None, obstacles) if obstacles else _single(return_, verdict, known, with_all, method)
        for verdict, obstacles in zip(verdicts, alone, strict=True)
    )
    return singles, _total(base, with_all, singles)


def _obstacles(return_: Return, verdict: Verdict, method: Method) -> tuple[Reason, ...]:
    """Why it can't be said what this cost alone changes; empty where it can."""
    if verdict.place is Place.UNSETTLED:
        return (Reason(Why.UNKNOWN_NOT_SETTLED),)
    if not verdict.counted:
        return ()
    if verdict.place in _OF_A_BUSINESS and not _profit(return_, verdict):
        return (Reason(Why.UNKNOWN_NO_PROFIT),)
    return _refused(compute(with_costs(return_, [verdict]), method=method))


def _refused(computed: Computed) -> tuple[Reason, ...]:
    """What the engine says when it can't work a return out."""
    codes = tuple(Reason(code) for code in computed.unsupported)
    return (Reason(Why.UNKNOWN_NOT_COMPUTED), *codes) if codes else ()


def _single(return_: Return, verdict: Verdict, known: Sequence[Verdict], with_all: Computed, method: Method) -> Effect:
    if not verdict.counted:
        return Effect(0, ())
    without = compute(with_costs(return_, [other for other in known if other is not verdict]), method=method)
    if refused := _refused(with_all) or _refused(without):
        return Effect(None, refused)
    notes = explained(verdict, with_all, without)
    profit = _profit(return_, verdict)
    if verdict.place in _OF_A_BUSINESS and _costs_of_business(verdict, known) > profit:
        notes = (*notes, Reason(Why.ONLY_PROFIT, {"profit": profit}))
    return Effect(with_all.outcome - without.outcome, notes)


def _total(base: Computed, with_all: Computed, singles: Sequence[Effect]) -> Effect:
    amounts = [single.amount for single in singles]
    if base.unsupported or with_all.unsupported or (amounts and set(amounts) == {None}):
        return Effect(None, (Reason(Why.TOTAL_UNKNOWN),))
    total = with_all.outcome - base.outcome
    parts = sum(amount for amount in amounts if amount is not None)
    code = Why.TOTAL_HIGHER if total > 0 else Why.TOTAL_LOWER if total < 0 else Why.TOTAL_NOTHING
    why = [Reason(code, {"amount": abs(total)})]
    if parts != total:
        why.append(Reason(Why.TOTAL_IS_NOT_THE_SUM, {"parts": parts, "total": total}))
    if None in amounts:
        why.append(Reason(Why.TOTAL_WITHOUT_UNKNOWN))
    return Effect(total, tuple(why))


_OF_A_BUSINESS = (Place.BUSINESS, Place.ACCESS)


def _profit(return_: Return, verdict: Verdict) -> Money:
    profit: Money = return_.answer(profit_of(verdict.expense.whose))
    return profit


def _costs_of_business(verdict: Verdict, known: Sequence[Verdict]) -> Money:
    same = (other for other in known if other.place in _OF_A_BUSINESS and other.expense.whose is verdict.expense.whose)
    return sum(other.counted for other in same)
