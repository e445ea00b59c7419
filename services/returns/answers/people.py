"""The people on a return, as they say it: a date of birth, not an age."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from db.types import new_id
from services.returns.answers.parts import Dollars, DollarsOrLoss, Part
from services.seen import in_one_line

_FIRST_BIRTHDAY = date(1900, 1, 1)
MOST_LETTERS_OF_A_FIRST_NAME = 40
COLLEGE = "american_opportunity_expenses"
"""The field of everybody who may be a student. services.tax takes one amount for each of them, and not who it is."""


def _within_memory(born: date) -> date:
    if born < _FIRST_BIRTHDAY:
        raise PydanticCustomError("born_too_early", "born before anybody who lives")
    return born


def _no_loss(profit: Decimal) -> Decimal:
    if profit < 0:
        raise PydanticCustomError("business_loss", "a loss, which the engine does not work out")
    return profit


Birthday = Annotated[date, AfterValidator(_within_memory)]
FirstName = Annotated[str, StringConstraints(max_length=MOST_LETTERS_OF_A_FIRST_NAME), AfterValidator(in_one_line)]
Profit = Annotated[DollarsOrLoss, AfterValidator(_no_loss)]


class Adult(Part):
    """The taxpayer or the spouse. `business_costs` and `other_business_receipts` go with forms 1099-NEC.

    The last three are asked of a young taxpayer who files alone: Form 8863, line 7.
    `social_security_wages` and `medicare_wages` are never asked: forms W-2 tell them, where there are any.
    """

    date_of_birth: Birthday | None = None
    blind: bool | None = None
    can_be_claimed_as_dependent: bool | None = None
    wages: Dollars | None = None
    social_security_wages: Dollars | None = None
    medicare_wages: Dollars | None = None
    self_employment_net_profit: Profit | None = None
    business_costs: Dollars | None = None
    other_business_receipts: Dollars | None = None
    retired_on_permanent_total_disability: bool | None = None
    taxable_disability_income: Dollars | None = None
    american_opportunity_expenses: Dollars | None = None
    full_time_student: bool | None = None
    earned_half_of_support: bool | None = None
    parent_alive: bool | None = None


class Dependent(Part):
    """A child or another person who depends on the filer. The id stays theirs when others come and go."""

    id: UUID = Field(default_factory=new_id)
    first_name: FirstName | None = None
    date_of_birth: Birthday | None = None
    full_time_student: bool | None = None
    permanently_disabled: bool | None = None
    american_opportunity_expenses: Dollars | None = None
