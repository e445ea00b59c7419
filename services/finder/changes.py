"""A return with costs put where they belong. What stands on it already stays; the costs come on top."""

from collections.abc import Iterable

from services.finder.choices import Person
from services.finder.placing import Verdict
from services.finder.rules import Place
from services.tax import Law, Money, Return, law_for

Changes = dict[str, Money]
"""What is added to fields of a return, by their dotted paths."""
MEDICAL = "itemized.medical_expenses"
_WORK, _ACCESS = "itemized.impairment_related_work_expenses", "credits.disabled_access_expenditures"


def with_costs(return_: Return, verdicts: Iterable[Verdict]) -> Return:
    """The return with these costs on it. A profit goes down to zero at most: losses are not computed."""
    changes: Changes = {}
    for verdict in verdicts:
        if verdict.place is Place.MEDICAL:
            _add(changes, MEDICAL, verdict.counted)
        elif verdict.place is Place.WORK:
            _add(changes, _WORK, verdict.counted)
        elif verdict.place is Place.BUSINESS:
            _add(changes, profit_of(verdict.expense.whose), -verdict.counted)
        elif verdict.place is Place.ACCESS:
            _add_access(changes, verdict, return_)
    return changed(return_, changes)


def changed(return_: Return, changes: Changes) -> Return:
    """The return with amounts added to its fields, none of which falls below zero."""
    return return_.with_amounts({name: max(0, return_.answer(name) + change) for name, change in changes.items()})


def profit_of(person: Person) -> str:
    """The field that holds the profit of the person's business."""
    earner = Person.SPOUSE if person is Person.SPOUSE else Person.TAXPAYER
    return f"{earner}.self_employment_net_profit"


def _add(changes: Changes, name: str, amount: Money) -> None:
    changes[name] = changes.get(name, 0) + amount


def _add_access(changes: Changes, verdict: Verdict, return_: Return) -> None:
    """All of it is a cost for the credit; the amount of the credit itself can't be deducted (IRC 44(d)(7))."""
    law = law_for(return_.tax_year, return_.filing_status)
    before = return_.answer(_ACCESS) + changes.get(_ACCESS, 0)
    credit = _access_credit(before + verdict.counted, law) - _access_credit(before, law)
    _add(changes, _ACCESS, verdict.counted)
    _add(changes, profit_of(verdict.expense.whose), credit - verdict.counted)


def _access_credit(expenditures: Money, law: Law) -> Money:
    """Form 8826, line 8, before the limit by the tax."""
    access = law.disabled_access
    return access.rate.of(min(max(0, expenditures - access.costs_above), access.most_costs))
