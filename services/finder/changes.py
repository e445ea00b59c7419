"""A return with costs put where they belong. What stands on it already stays; the costs come on top."""

from collections.abc import Iterable
from dataclasses import replace

from services.finder.choices import Person
from services.finder.placing import Verdict
from services.finder.rules import Place
from services.tax import Law, Money, Return, law_for
from services.tax.cells import Input
from services.tax.inputs import (
    disabled_access_expenditures,
    impairment_related_work_expenses,
    medical_expenses,
    spouse_business_profit,
    taxpayer_business_profit,
)

Changes = dict[Input[Money], Money]


def with_costs(return_: Return, verdicts: Iterable[Verdict]) -> Return:
    """The return with these costs on it. A profit goes down to zero at most: losses are not computed."""
    changes: Changes = {}
    for verdict in verdicts:
        if verdict.place is Place.MEDICAL:
            _add(changes, medical_expenses, verdict.counted)
        elif verdict.place is Place.WORK:
            _add(changes, impairment_related_work_expenses, verdict.counted)
        elif verdict.place is Place.BUSINESS:
            _add(changes, profit_of(verdict.expense.whose), -verdict.counted)
        elif verdict.place is Place.ACCESS:
            _add_access(changes, verdict, return_)
    return changed(return_, changes)


def changed(return_: Return, changes: Changes) -> Return:
    """The return with amounts added to its fields, none of which falls below zero."""
    amounts = {cell: max(0, return_.answers.get(cell, 0) + change) for cell, change in changes.items()}
    return replace(return_, answers=dict(return_.answers) | dict(amounts))


def profit_of(person: Person) -> Input[Money]:
    """The field that holds the profit of the person's business."""
    return spouse_business_profit if person is Person.SPOUSE else taxpayer_business_profit


def _add(changes: Changes, cell: Input[Money], amount: Money) -> None:
    changes[cell] = changes.get(cell, 0) + amount


def _add_access(changes: Changes, verdict: Verdict, return_: Return) -> None:
    """All of it is a cost for the credit; the amount of the credit itself can't be deducted (IRC 44(d)(7))."""
    law, cell = law_for(return_.tax_year, return_.filing_status), disabled_access_expenditures
    before = return_.answers.get(cell, 0) + changes.get(cell, 0)
    credit = _access_credit(before + verdict.counted, law) - _access_credit(before, law)
    _add(changes, cell, verdict.counted)
    _add(changes, profit_of(verdict.expense.whose), credit - verdict.counted)


def _access_credit(expenditures: Money, law: Law) -> Money:
    """Form 8826, line 8, before the limit by the tax."""
    access = law.disabled_access
    return access.rate.of(min(max(0, expenditures - access.costs_above), access.most_costs))
