"""One more cost because of hearing, in each place of the return where it could count for this person."""

from datetime import date

from services.finder import Category, Expense, Person, Place, Purpose, Verdict, profit_of, with_costs
from services.tax import Computed, Money, Return, compute

_PURPOSES = {
    Place.MEDICAL: Purpose.CARE,
    Place.WORK: Purpose.WORK,
    Place.BUSINESS: Purpose.BUSINESS,
    Place.ACCESS: Purpose.BUSINESS,
}


def with_one_more(given: Return, amount: Money) -> dict[str, Computed]:
    """The return with a cost of so many cents on top, by `one_more_<place>`. A profit goes down to zero at most."""
    found = {}
    for place, purpose in _PURPOSES.items():
        if whose := _who_may_have(place, given):
            cost = Expense(Category.OTHER, date(given.tax_year, 12, 31), amount, purpose, whose=whose)
            found[f"one_more_{place}"] = compute(with_costs(given, [Verdict(cost, place, amount, (), ())]))
    return found


def _who_may_have(place: Place, given: Return) -> Person | None:
    """Work costs are for who has pay from a job, and those of a business for who has a profit."""
    if place is Place.MEDICAL:
        return Person.TAXPAYER
    earners = (Person.TAXPAYER, Person.SPOUSE)
    if place is Place.WORK:
        return next((one for one in earners if given.answer(f"{one}.wages")), None)
    return next((one for one in earners if given.answer(profit_of(one))), None)
