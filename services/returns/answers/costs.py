"""Costs for hearing as a person tells them, answer by answer; services/returns/costs says what they change."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from db.types import new_id
from services.finder import BusinessFor, Category, HealthPlan, Payer, Person, Purpose
from services.returns.answers.parts import Dollars, Part

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
    whose: Person = Person.TAXPAYER
    paid_by: Payer = Payer.TAXPAYER
    reimbursed: Dollars | None = None
    reimbursed_by: Payer | None = None


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
