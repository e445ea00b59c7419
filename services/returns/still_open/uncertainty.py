"""What nobody has said yet and could still change a result. Asked by trying: the return is computed with the answer.

So nobody is asked about what makes no difference for them. What was begun and left empty can't be tried: nobody knows
its amount. An estimate without a result has no uncertainty: what it can't do without is in
services/returns/reckoning.py.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from services import tax
from services.returns.answers import Adult, Answers, answer_at
from services.returns.answers.forms import Holder
from services.returns.forms import untyped_pay, with_forms

MOST_AT_ONCE = 5
"""More than this is a list that nobody reads; the next ones come when these are answered."""
_FLAGS = {
    "taxpayer.blind": "uncertain.blind",
    "taxpayer.can_be_claimed_as_dependent": "uncertain.can_be_claimed",
    "spouse.blind": "uncertain.spouse_blind",
    "spouse.can_be_claimed_as_dependent": "uncertain.spouse_can_be_claimed",
}
OF_DEPENDENTS = {
    "full_time_student": "uncertain.dependent_student",
    "permanently_disabled": "uncertain.dependent_disabled",
}
"""What is asked of each person who depends on the filer, and the code of its words."""
_OF_PAY = ("uncertain.own_wages", "uncertain.spouse_wages", "uncertain.withheld")
_PAY_BOXES = {Holder.TAXPAYER: "uncertain.own_pay_boxes", Holder.SPOUSE: "uncertain.spouse_pay_boxes"}
_BY_PAY_BOXES = ("schedule_2.4", "schedule_2.11")
_SOME_SAVED_CENTS = 20_000_00
_OF_SECTIONS = ("uncertain.disability", "uncertain.care", "uncertain.everything")
_SOME_CARE_CENTS = 1000_00
CODES = (
    *_FLAGS.values(),
    *OF_DEPENDENTS.values(),
    *_OF_PAY,
    *_PAY_BOXES.values(),
    *_OF_SECTIONS,
    *map(str, tax.Missing),
)
"""Everything that can be open, besides what was left empty. That is told by its path, as what a dependent is asked."""


def still_open(answers: Answers, result: tax.Computed, left_empty: Sequence[str] = ()) -> tuple[str, ...]:
    """Codes of the questions that could still change this result, in the order of the page, a handful at most.

    The open questions of the engine itself (`result.missing`) are among them. What was begun and `left_empty` is
    there by its path.
    """
    told = with_forms(answers)
    found = chain(
        _flags(told, result),
        _of_dependents(told, result),
        unsaid_pay(told, left_empty),
        _of_pay_boxes(answers, result),
        left_empty,
        map(str, result.missing),
        _sections(told, result),
    )
    return tuple(islice(found, MOST_AT_ONCE))


def _flags(answers: Answers, result: tax.Computed) -> Iterator[str]:
    for path, code in _FLAGS.items():
        is_here = answers.is_joint or not path.startswith("spouse.")
        if is_here and answer_at(answers, path) is None and _differs(result, {path: True}):
            yield code


def _of_dependents(answers: Answers, result: tax.Computed) -> Iterator[str]:
    """The path of each answer that counts: nobody is asked about a child for whom it changes nothing."""
    told = result.given.answer("dependents")
    for name in OF_DEPENDENTS:
        unsaid = [(place, one) for place, one in enumerate(answers.dependents) if getattr(one, name) is None]
        for place, one in unsaid:
            if _differs(result, {"dependents": _with_flag(told, place, name)}):
                yield f"dependents.{one.id}.{name}"


def _with_flag(dependents: tuple[Any, ...], place: int, name: str) -> tuple[Any, ...]:
    return (*dependents[:place], replace(dependents[place], **{name: True}), *dependents[place + 1 :])


def unsaid_pay(answers: Answers, left_empty: Sequence[str]) -> Iterator[str]:
    """Codes of what is open about pay and income, whatever comes out; the answers are with their forms added up.

    An empty field can mean none or not yet. It is asked once, where an answer is likely; a form that is empty, first.
    """
    if not any(path.startswith("forms.") for path in left_empty):
        yield from _earnings(answers)
    if any(adult.wages for adult in answers.adults) and answers.payments.federal_income_tax_withheld is None:
        yield "uncertain.withheld"


def _earnings(answers: Answers) -> Iterator[str]:
    earners = [_has_earnings(adult) for adult in answers.adults]
    if any(earners) and not all(earners):
        yield "uncertain.spouse_wages" if _has_earnings(answers.taxpayer) else "uncertain.own_wages"


def _of_pay_boxes(answers: Answers, result: tax.Computed) -> Iterator[str]:
    """Boxes 3 and 5 of form W-2 are more than box 1 for who saves at work: asked where that changes a tax on pay."""
    for holder, code in _PAY_BOXES.items():
        fields = untyped_pay(answers, holder)
        if fields and _changes_tax_on_pay(fields, result):
            yield code


def _changes_tax_on_pay(fields: Collection[str], result: tax.Computed) -> bool:
    tried = tax.compute(result.given.with_amounts({field: _with_savings(field, result) for field in fields}))
    if tried.unsupported:
        return False
    return any(tried.line(line).amount != result.line(line).amount for line in _BY_PAY_BOXES)


def _with_savings(field: str, result: tax.Computed) -> tax.Money:
    told: tax.Money | None = result.given.answer(field)
    pay: tax.Money = result.given.answer(f"{field.partition('.')[0]}.wages") if told is None else told
    return pay + _SOME_SAVED_CENTS


def _sections(answers: Answers, result: tax.Computed) -> Iterator[str]:
    """Sections that nothing was said in: those that what was told points to by name, the others in one line."""
    pensions = result.given.answer("income.taxable_pensions")
    disabled = {
        "taxpayer.retired_on_permanent_total_disability": True,
        "taxpayer.taxable_disability_income": pensions,
    }
    if answers.taxpayer.retired_on_permanent_total_disability is None and _differs(result, disabled):
        yield "uncertain.disability"
    care = "credits.dependent_care_expenses"
    if answer_at(answers, care) is None and _differs(result, {care: _SOME_CARE_CENTS}):
        yield "uncertain.care"
    if not answers.everything_told:
        yield "uncertain.everything"


def _has_earnings(adult: Adult) -> bool:
    return adult.wages is not None or adult.self_employment_net_profit is not None


def _differs(result: tax.Computed, said: dict[str, Any]) -> bool:
    """Whether the return would come to something else, or to nothing that can be computed."""
    tried = tax.compute(result.given.with_answers(said))
    return bool(tried.unsupported) or tried.outcome != result.outcome
