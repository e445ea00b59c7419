"""The first answers of a year, made of what somebody takes over from the year before. No amount is among them."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from services.returns.answers import Adult, Answers, Dependent, Had
from services.returns.answers.costs import Cost
from services.returns.answers.forms import Forms, Holder, IncomeForm
from services.returns.answers.parts import Part
from services.returns.forms import counted
from services.returns.forms.kinds import KINDS
from services.returns.next_year import items
from services.returns.next_year.aging import status_for


def taken_over(last: Answers, chosen: Collection[str], *, carried_from: UUID) -> Answers:
    """Answers with what is `chosen` (keys of items) and nothing else.

    Dependents, forms and costs keep their ids: so the amount of last year is found again for its question.
    """
    dependents = [_dependent(one) for one in last.dependents if f"dependents.{one.id}" in chosen]
    with_spouse = items.SPOUSE in chosen
    answers = Answers(dependents=dependents, forms=_forms(last, chosen), carried_from=carried_from)
    if items.YOU in chosen:
        answers.taxpayer = _adult(last.taxpayer)
        answers.filing_status = status_for(last, with_spouse=with_spouse, with_dependents=bool(dependents))
    if with_spouse and last.is_joint:
        answers.spouse = _adult(last.spouse)
    if items.TOPICS_HAD in chosen:
        answers.had = Had(**dict.fromkeys(items.topics_had(last), True))
    answers.costs = [
        Cost(id=one.id, **_kept(one, items.OF_A_COST)) for one in last.costs if f"costs.{one.id}" in chosen
    ]
    return answers


def _adult(one: Adult) -> Adult:
    return Adult(**_kept(one, items.OF_AN_ADULT))


def _dependent(one: Dependent) -> Dependent:
    return Dependent(id=one.id, **_kept(one, items.OF_A_DEPENDENT))


def _forms(last: Answers, chosen: Collection[str]) -> Forms:
    """By name, with all boxes empty. Those of a spouse who is left out are left out with them."""
    forms = Forms()
    for kind in KINDS.values():
        listed: list[IncomeForm] = [
            kind.form(id=form.id, whose=form.whose, payer=form.payer)
            for form in counted(last, kind.name)
            if f"{kind.path}.{form.id}" in chosen and (items.SPOUSE in chosen or form.whose is not Holder.SPOUSE)
        ]
        setattr(forms, kind.name, listed)
    return forms


def _kept(part: Part, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(part, name) for name in names}
