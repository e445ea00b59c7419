"""Amounts that somebody typed and that change nothing, or of which only a part counts, and here is why.

What changes nothing is found by computing the return once more without it. Nobody should wonder whether it was seen.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from services.finder import Reason
from services.returns.answers import Answers, answer_at, college_costs
from services.returns.explaining.idle.college_in_part import OF_COLLEGE, college_in_part
from services.returns.explaining.idle.in_part import why_in_part
from services.returns.explaining.idle.roads import OF_STUDENTS, ROADS
from services.returns.explaining.idle.tried import Tried
from services.returns.explaining.idle.why import why_nothing
from services.returns.forms import with_forms
from services.tax import CENTS_A_DOLLAR, Computed, Return, compute

__all__ = ["Idle", "idle_amounts"]


@dataclass(frozen=True, slots=True)
class Idle:
    """The dotted path of an answer, its amount in dollars with what forms tell for it, and why it changes nothing.

    `in_part` is for one that changes something: then `why` says how much of it counts, and why not the rest.
    """

    path: str
    amount: Decimal
    why: tuple[Reason, ...]
    in_part: bool = False


@dataclass(frozen=True, slots=True)
class _Typed:
    path: str
    field: str
    amount: Decimal
    without: Return


def idle_amounts(answers: Answers, computed: Computed) -> tuple[Idle, ...]:
    """Those of the answers of this return: first what changes nothing, then what counts in part."""
    counted = with_forms(answers)
    idle = tuple(_wholly(counted, computed))
    return (*idle, *_in_part(counted, computed, {each.path for each in idle}))


def _wholly(answers: Answers, computed: Computed) -> Iterator[Idle]:
    for typed in _typed(answers, computed.given):
        without = compute(typed.without)
        if not without.unsupported and without.outcome == computed.outcome:
            yield Idle(typed.path, typed.amount, why_nothing(Tried(computed, without, typed.field)))


def _in_part(answers: Answers, computed: Computed, idle: Collection[str]) -> Iterator[Idle]:
    for typed in _typed(answers, computed.given):
        cents = int(abs(typed.amount) * CENTS_A_DOLLAR)
        if typed.path in idle:
            continue
        if typed.field in OF_COLLEGE:
            why = college_in_part(typed.field, cents, computed)
        else:
            why = why_in_part(typed.path, cents, computed, idle=idle)
        if why:
            yield Idle(typed.path, typed.amount, why, in_part=True)


def _typed(answers: Answers, given: Return) -> Iterator[_Typed]:
    """What is not asked of this person any more is not on the return."""
    for field in ROADS:
        if field == OF_STUDENTS:
            yield from _of_students(answers, given)
        elif given.answer(field) and _is_cost(field, amount := answer_at(answers, field)):
            rest = given.answer(field) - int(amount * CENTS_A_DOLLAR)
            yield _Typed(field, field, amount, given.with_amounts({field: rest}))


def _is_cost(field: str, amount: Decimal | None) -> bool:
    """Whether it is there to lower what is paid. Of income, only a loss is."""
    return bool(amount) and (not field.startswith("income.") or (amount or 0) < 0)


def _of_students(answers: Answers, given: Return) -> Iterator[_Typed]:
    amounts = given.answer(OF_STUDENTS)
    for place, (path, amount) in enumerate(college_costs(answers)):
        if amount:
            others = (*amounts[:place], *amounts[place + 1 :])
            yield _Typed(path, OF_STUDENTS, amount, given.with_answers({OF_STUDENTS: others}))
