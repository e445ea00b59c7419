"""Where one cost belongs: who paid and when comes first, then the rule of places.csv."""

from collections.abc import Callable
from dataclasses import dataclass

from db.values.returns import FilingStatus
from services.finder.choices import Payer, Person
from services.finder.counting import counted_part, notes_of_place
from services.finder.expenses import Business, Expense, Household
from services.finder.reasons import Reason
from services.finder.rules import Place, Rule, Source, figure, figure_in_cents, place_of, rule, rule_for, source_of
from services.tax import Money, Return


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a cost belongs. `counted` is what goes there, in cents; zero where nothing does."""

    expense: Expense
    place: Place
    counted: Money
    why: tuple[Reason, ...]
    sources: tuple[Source, ...]


def placed(expense: Expense, return_: Return, household: Household) -> Verdict:
    """The verdict on one cost, for the return that it would be on."""
    first = (check(expense, return_) for check in _CHECKS)
    name = next(filter(None, first), None) or _refined(rule_for(expense.category, expense.use).name, expense, household)
    if rule(name).place not in COUNTING:
        return _verdict(expense, name)
    if expense.amount and expense.reimbursed == expense.amount:
        return _verdict(expense, "repaid_in_full")
    counted, notes = counted_part(expense, return_.tax_year)
    if not counted:
        return _verdict(expense, "nothing_left", 0, notes)
    return _verdict(expense, name, counted, (*notes, *notes_of_place(rule(name).place, return_)))


COUNTING = {Place.MEDICAL, Place.WORK, Place.BUSINESS, Place.ACCESS}
"""The places where an amount counts on the return."""


def _verdict(expense: Expense, name: str, counted: Money = 0, notes: tuple[Reason, ...] = ()) -> Verdict:
    chosen = rule(name)
    own = (chosen.source,) if chosen.source else ()
    of_category = (source_of(expense.category),) if chosen.place is Place.MEDICAL or not own else ()
    return Verdict(expense, chosen.place, counted, (_because(chosen, expense.spent_on.year), *notes), own + of_category)


def _because(chosen: Rule, year: int) -> Reason:
    amounts = {name: figure_in_cents(name, year) for name in chosen.dollars}
    numbers = {name: str(figure(name, year)) for name in chosen.numbers}
    return Reason(f"finder.why.{chosen.name}", amounts, {"year": str(year), **numbers})


def _spent_in_another_year(expense: Expense, return_: Return) -> str | None:
    """Something that counts in no year is not sent to the return of another one."""
    elsewhere = expense.spent_on.year != return_.tax_year and _place_by_table(expense) is not Place.NOWHERE
    return "other_year" if elsewhere else None


def _paid_by_others(expense: Expense, return_: Return) -> str | None:
    if expense.paid_by in _ACCOUNTS:
        medical = _place_by_table(expense) is Place.MEDICAL
        return f"paid_from_{expense.paid_by}" if medical else "account_for_other_cost"
    if expense.paid_by is Payer.SPOUSE:
        return None if _joint(return_) else "paid_by_spouse_apart"
    return None if expense.paid_by is Payer.TAXPAYER else f"paid_by_{expense.paid_by}"


def _work_of_somebody_else(expense: Expense, return_: Return) -> str | None:
    """Work and business are those of the filers; care of a spouse or dependent counts for whoever paid it."""
    elsewhere = expense.whose is Person.DEPENDENT or (expense.whose is Person.SPOUSE and not _joint(return_))
    return "not_on_this_return" if elsewhere and _place_by_table(expense) in _PLACES_OF_EARNERS else None


def _work_without_pay(expense: Expense, return_: Return) -> str | None:
    if _place_by_table(expense) is not Place.WORK:
        return None
    earner = Person.SPOUSE if expense.whose is Person.SPOUSE else Person.TAXPAYER
    return None if return_.answer(f"{earner}.wages") else "work_without_pay"


def _place_by_table(expense: Expense) -> Place:
    return place_of(expense.category, expense.use)


_PLACES_OF_EARNERS = (Place.WORK, Place.BUSINESS, Place.ACCESS)
_ACCOUNTS = (Payer.HSA, Payer.FSA, Payer.HRA)
_CHECKS: tuple[Callable[[Expense, Return], str | None], ...] = (
    _spent_in_another_year,
    _paid_by_others,
    _work_of_somebody_else,
    _work_without_pay,
)


def _joint(return_: Return) -> bool:
    return return_.filing_status is FilingStatus.MARRIED_JOINT


def _refined(name: str, expense: Expense, household: Household) -> str:
    """The credit for access is only for businesses that were small in the year before."""
    if rule(name).place is not Place.ACCESS:
        return name
    small = _was_small(household.business_of(expense.whose), expense.spent_on.year)
    return {True: name, False: "access_too_large", None: "access_unknown"}[small]


def _was_small(business: Business, year: int) -> bool | None:
    receipts, employees = business.receipts_year_before, business.full_time_employees_year_before
    by_receipts = None if receipts is None else receipts <= figure_in_cents("access_most_receipts", year)
    by_employees = None if employees is None else employees <= figure("access_most_full_time_employees", year)
    if by_receipts or by_employees:
        return True
    return None if None in (by_receipts, by_employees) else False
