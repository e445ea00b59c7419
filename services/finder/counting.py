"""How much of a cost counts, and what else is to be known about the place where it goes."""

from decimal import ROUND_HALF_UP, Decimal

from services.finder.choices import Category
from services.finder.expenses import Expense
from services.finder.reasons import Reason, Why, percent
from services.finder.rules import Place, figure
from services.tax import CENTS_A_DOLLAR, Law, Money, Return, law_for


def counted_part(expense: Expense, year: int) -> tuple[Money, tuple[Reason, ...]]:
    """What is left after the part that is not for hearing and the part that came back, and why."""
    notes: list[Reason] = []
    cost = expense.amount
    if expense.category is Category.MEDICAL_DRIVING:
        cost, note = _for_miles(expense.miles or 0, year)
        notes.append(note)
    for part, code in (
        (expense.regular_price, Why.ONLY_ABOVE_REGULAR_PRICE),
        (expense.rise_in_value, Why.ONLY_ABOVE_RISE_IN_VALUE),
        (expense.reimbursed, Why.REPAID_IN_PART),
    ):
        if part:
            cost = max(0, cost - part)
            notes.append(Reason(code, {"part": part, "left": cost}))
    return cost, tuple(notes)


def notes_of_place(place: Place, return_: Return) -> tuple[Reason, ...]:
    """What the law of the return's year says about a place, with its figures."""
    law = law_for(return_.tax_year, return_.filing_status)
    notes = [_about_access(law)] if place is Place.ACCESS else []
    if law.forms_of != law.tax_year:
        notes.append(Reason(Why.FORM_NOT_OUT, figures={"year": str(law.tax_year)}))
    return tuple(notes)


def _about_access(law: Law) -> Reason:
    access = law.disabled_access
    amounts = {"above": access.costs_above, "up_to": access.costs_above + access.most_costs}
    return Reason(Why.ACCESS_CREDIT, amounts, {"percent": percent(access.rate)})


def _for_miles(miles: int, year: int) -> tuple[Money, Reason]:
    cents_a_mile = figure("dollars_a_medical_mile", year) * CENTS_A_DOLLAR
    cost = int((miles * cents_a_mile).quantize(Decimal(1), ROUND_HALF_UP))
    figures = {"miles": f"{miles:,}", "cents": f"{cents_a_mile.normalize():f}"}
    return cost, Reason(Why.MILES, {"cost": cost}, figures)
