"""From JSON to a case: a return, costs and a household. Every problem is found at once, each with a pointer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.errors import Problem, pointer_to
from services.finder.choices import BusinessFor, Category, HealthPlan, Payer, Person, Purpose
from services.finder.expenses import Business, Expense, Household
from services.finder.reading import values
from services.finder.reading.contradictions import contradictions
from services.finder.reading.faults import Fault, InvalidCase
from services.tax import Fault as TaxFault
from services.tax import InvalidReturn, Reader, Return, amount, parse_return, yes_no

MOST_EXPENSES = 200
_PARTS = ("return", "expenses", "household")


@dataclass(frozen=True, slots=True)
class Case:
    """What the finder is asked about."""

    return_: Return
    expenses: tuple[Expense, ...]
    household: Household


def parse_case(data: object) -> Case:
    """Read `{"return": …, "expenses": […], "household": …}`; the shape is in services/finder/README.md.

    Raises InvalidCase, which names every problem with a JSON pointer.
    """
    if not isinstance(data, Mapping):
        raise InvalidCase([Problem("", TaxFault.GROUP)])
    problems = [Problem(pointer_to(part), TaxFault.UNKNOWN_FIELD) for part in data if part not in _PARTS]
    return_ = _return(data.get("return"), problems)
    year = return_.tax_year if return_ else None
    expenses = _expenses(data.get("expenses", []), year, problems)
    household = _household(data.get("household", {}), problems)
    if problems or return_ is None:
        raise InvalidCase(problems)
    return Case(return_, expenses, household)


def parse_expense(data: object, *, tax_year: int, pointer: str = "") -> Expense:
    """Read one cost, as `Expense.as_json` writes it. Raises InvalidCase."""
    problems: list[Problem] = []
    expense = _expense(data, tax_year, pointer, problems)
    if expense is None or problems:
        raise InvalidCase(problems)
    return expense


def _return(data: object, problems: list[Problem]) -> Return | None:
    try:
        return parse_return(data)
    except InvalidReturn as invalid:
        problems += [Problem(f"/return{problem.pointer}", problem.code) for problem in invalid.problems]
    return None


def _expenses(data: object, year: int | None, problems: list[Problem]) -> tuple[Expense, ...]:
    if not isinstance(data, list):
        problems.append(Problem("/expenses", TaxFault.LIST))
        return ()
    if len(data) > MOST_EXPENSES:
        problems.append(Problem("/expenses", Fault.TOO_MANY))
        return ()
    read = [_expense(one, year, f"/expenses/{place}", problems) for place, one in enumerate(data)]
    return tuple(one for one in read if one is not None)


def _expense(data: object, year: int | None, pointer: str, problems: list[Problem]) -> Expense | None:
    told = _read(data, _EXPENSE, pointer, problems)
    if told is None:
        return None
    missing = [name for name in ("category", "spent_on", "purpose") if name not in told]
    problems += [Problem(f"{pointer}/{name}", Fault.NEEDED) for name in missing]
    if missing:
        return None
    expense = Expense(**{"amount": 0} | told)
    problems += [Problem(f"{pointer}/{name}", fault) for name, fault in contradictions(expense, told, year)]
    return expense


def _household(data: object, problems: list[Problem]) -> Household:
    told = _read(data, _HOUSEHOLD, "/household", problems)
    if told is None:
        return Household()
    for name in _BUSINESSES & told.keys():
        told[name] = Business(**_read(told[name], _BUSINESS, f"/household/{name}", problems) or {})
    return Household(**told)


def _read(data: object, readers: Mapping[str, Reader], pointer: str, problems: list[Problem]) -> dict[str, Any] | None:
    """The fields that could be read; None, with the problems named, if any could not. null is the same as nothing."""
    if not isinstance(data, Mapping):
        problems.append(Problem(pointer, TaxFault.GROUP))
        return None
    given = {str(field): value for field, value in data.items() if value is not None}
    read = {name: readers[name](value) if name in readers else TaxFault.UNKNOWN_FIELD for name, value in given.items()}
    faults = [
        Problem(pointer + pointer_to(name), value)
        for name, value in read.items()
        if isinstance(value, Fault | TaxFault)
    ]
    problems += faults
    return None if faults else read


_BUSINESSES = {"taxpayer_business", "spouse_business"}
_EXPENSE: dict[str, Reader] = {
    "id": values.text,
    "category": values.one_of(Category, Fault.CATEGORY),
    "spent_on": values.day,
    "amount": amount,
    "purpose": values.one_of(Purpose, Fault.PURPOSE),
    "whose": values.one_of(Person, Fault.PERSON),
    "paid_by": values.one_of(Payer, Fault.PAYER),
    "reimbursed": amount,
    "reimbursed_by": values.one_of(Payer, Fault.PAYER),
    "used_privately": yes_no,
    "business_for": values.one_of(BusinessFor, Fault.BUSINESS_FOR),
    "miles": values.miles,
    "regular_price": amount,
    "rise_in_value": amount,
}
_HOUSEHOLD: dict[str, Reader] = {
    "taxpayer_business": values.unread,
    "spouse_business": values.unread,
    "health_plan": values.one_of(HealthPlan, Fault.HEALTH_PLAN),
    "hsa_paid_in": amount,
    "fsa_at_work": yes_no,
    "fsa_chosen": amount,
}
_BUSINESS: dict[str, Reader] = {"receipts_year_before": amount, "full_time_employees_year_before": values.employees}
