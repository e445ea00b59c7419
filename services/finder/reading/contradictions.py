"""What no field of a cost shows alone: whether it fits the others and the year of the return."""

from collections.abc import Iterator, Mapping
from typing import Any

from services.finder.asking import ONLY_FOR, questions
from services.finder.choices import Category, Payer, Purpose
from services.finder.expenses import Expense
from services.finder.reading.faults import Fault

_PEOPLE = (Payer.TAXPAYER, Payer.SPOUSE, Payer.DEPENDENT)


def contradictions(expense: Expense, told: Mapping[str, Any], tax_year: int | None) -> Iterator[tuple[str, Fault]]:
    """Fields and their faults. A day may be in the year before or after that of the return, but not further away."""
    if tax_year is not None and abs(expense.spent_on.year - tax_year) > 1:
        yield "spent_on", Fault.DAY_FAR
    needed = questions(expense.category, expense.purpose, expense.business_for)
    yield from ((name, Fault.NEEDED) for name in needed if name not in told)
    yield from ((name, Fault.NOT_FOR_THIS) for name in _not_for_this(expense) if name in told)
    yield from _about_repayment(expense, told)


def _about_repayment(expense: Expense, told: Mapping[str, Any]) -> Iterator[tuple[str, Fault]]:
    if "amount" in told and expense.reimbursed > expense.amount:
        yield "reimbursed", Fault.REPAID_ABOVE_AMOUNT
    if expense.reimbursed and expense.reimbursed_by is None:
        yield "reimbursed_by", Fault.NEEDED
    if expense.reimbursed_by in _PEOPLE:
        yield "reimbursed_by", Fault.REPAID_BY


def _not_for_this(expense: Expense) -> Iterator[str]:
    yield from (name for name, category in ONLY_FOR.items() if expense.category is not category)
    if expense.category is Category.MEDICAL_DRIVING:
        yield "amount"
    if expense.purpose is not Purpose.BUSINESS:
        yield "business_for"
