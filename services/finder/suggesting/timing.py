"""Paying medical costs of two years in one of them, so that more stands above the part that never counts."""

from services.finder.choices import Category
from services.finder.expenses import Expense
from services.finder.reasons import Reason, Why
from services.finder.rules import source_of_rule
from services.finder.suggesting.outlook import Outlook, Suggestion, moved
from services.tax import Money


def pay_earlier(outlook: Outlook) -> Suggestion | None:
    """The medical costs planned for next year, paid this year; only while this year lasts."""
    this_year = outlook.return_.tax_year
    if outlook.today.year > this_year:
        return None
    return _bunched(outlook, outlook.medical(outlook.next_year), to=this_year, code=Why.PAY_EARLIER)


def pay_later(outlook: Outlook) -> Suggestion | None:
    """The medical costs that are still to come this year, paid next year."""
    still_to_come = [one for one in outlook.medical(outlook.return_.tax_year) if one.spent_on > outlook.today]
    return _bunched(outlook, still_to_come, to=outlook.next_year, code=Why.PAY_LATER)


def _bunched(outlook: Outlook, costs: list[Expense], *, to: int, code: Why) -> Suggestion | None:
    costs = [cost for cost in costs if cost.category is not Category.MEDICAL_DRIVING]
    if not costs:
        return None
    others = [one for one in outlook.expenses if not any(one is cost for cost in costs)]
    as_planned = _both_years(outlook, list(outlook.expenses))
    together = _both_years(outlook, [*others, *(moved(cost, to) for cost in costs)])
    if as_planned is None or together is None:
        return None
    amount = sum(verdict.counted for verdict in outlook.verdicts(costs[0].spent_on.year, costs))
    gain = together - as_planned
    what = Reason(code, {"amount": amount, "gain": gain}, {"year": str(to)})
    assuming = (*outlook.about_next_year(), Reason(Why.ASSUMES_CARE_IN_THAT_YEAR))
    return Suggestion(what, gain, assuming, source_of_rule("other_year"))


def _both_years(outlook: Outlook, expenses: list[Expense]) -> Money | None:
    years = outlook.return_.tax_year, outlook.next_year
    this, following = (outlook.outcome(year, expenses) for year in years)
    return None if this is None or following is None else this + following
