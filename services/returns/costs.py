"""Costs for hearing as a person tells them, answer by answer; services/finder says what they change.

services/returns/judging.py asks it.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from db.types import new_id
from services.errors import Invalid
from services.finder import BusinessFor, Category, HealthPlan, Payer, Person, Purpose, questions
from services.returns.parts import Dollars, Part

MOST_COSTS = 50
PEOPLE = (Payer.TAXPAYER, Payer.SPOUSE, Payer.DEPENDENT)
"""Those whose own money it can be; nobody of them pays back."""
_MOST_MILES = 100_000
_MOST_EMPLOYEES = 1_000_000


def _miles(number: int) -> int:
    if not 0 < number <= _MOST_MILES:
        raise PydanticCustomError("miles", "not a distance that somebody drives in a year")
    return number


def _employees(number: int) -> int:
    if not 0 <= number <= _MOST_EMPLOYEES:
        raise PydanticCustomError("employees", "not a number of people")
    return number


class Cost(Part):
    """One cost; the fields are those of services.finder.Expense. The id stays when other costs come and go.

    What does not belong to its category or purpose any more is kept, and counts again if they are changed back.
    """

    id: UUID = Field(default_factory=new_id)
    category: Category | None = None
    purpose: Purpose | None = None
    spent_on: date | None = None
    amount: Dollars | None = None
    miles: Annotated[int, AfterValidator(_miles)] | None = None
    regular_price: Dollars | None = None
    rise_in_value: Dollars | None = None
    business_for: BusinessFor | None = None
    used_privately: bool | None = None
    whose: Person | None = None
    paid_by: Payer | None = None
    reimbursed: Dollars | None = None
    reimbursed_by: Payer | None = None


QUESTIONS = tuple(name for name in Cost.model_fields if name != "id")  # pylint: disable=not-an-iterable  # it is a dict
"""The fields of a cost, in the order of the page."""


class Business(Part):
    """What decides whether a business was small in the year before (Form 8826)."""

    receipts_year_before: Dollars | None = None
    full_time_employees_year_before: Annotated[int, AfterValidator(_employees)] | None = None


class Household(Part):
    """What is asked once, and only where a cost makes it matter; the fields are those of services.finder.Household."""

    taxpayer_business: Business = Field(default_factory=Business)
    spouse_business: Business = Field(default_factory=Business)
    health_plan: HealthPlan | None = None
    hsa_paid_in: Dollars | None = None
    fsa_at_work: bool | None = None
    fsa_chosen: Dollars | None = None


def asked_about(cost: Cost) -> tuple[str, ...]:
    """The fields that matter for this cost, in the order in which they are asked."""
    return tuple(_asked(cost))


def _asked(cost: Cost) -> Iterator[str]:
    yield from _FIRST
    if cost.category is None or cost.purpose is None:
        return
    yield from questions(cost.category, cost.purpose, cost.business_for)
    if cost.purpose in {Purpose.WORK, Purpose.BUSINESS}:
        yield "whose"
    yield "paid_by"
    if cost.paid_by in {None, *PEOPLE}:
        yield "reimbursed"
        if cost.reimbursed:
            yield "reimbursed_by"


_FIRST = ("category", "purpose", "spent_on")
_TAKEN_FOR_GRANTED = {"whose", "paid_by", "reimbursed"}


def unanswered(cost: Cost) -> tuple[str, ...]:
    """The fields without which nothing can be said about this cost."""
    return tuple(name for name in asked_about(cost) if getattr(cost, name) is None and name not in _TAKEN_FOR_GRANTED)


def check_cost(cost: Cost, path: str, tax_year: int) -> None:
    """Raise Invalid(path) when the answer just given can't be true beside the rest of the cost."""
    if cost.spent_on and abs(cost.spent_on.year - tax_year) > 1:
        raise Invalid(path, "finder.input.day_far")
    if cost.amount is not None and (cost.reimbursed or Decimal(0)) > cost.amount:
        raise Invalid(path, "finder.input.repaid_above_amount")
    if cost.reimbursed_by in PEOPLE:
        raise Invalid(path, "finder.input.repaid_by")
