"""What a person told us for one tax year, as they say it: a date of birth, not an age; nothing where nothing was said.

services/returns/reckoning.py turns it into the input of services.tax.
"""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from db.types import new_id
from db.values import FilingStatus
from services.errors import Invalid
from services.returns.costs import MOST_COSTS, Cost, Household
from services.returns.parts import Dollars, DollarsOrLoss, Part

MOST_DEPENDENTS = 20
_FIRST_BIRTHDAY = date(1900, 1, 1)


def _within_memory(born: date) -> date:
    if born < _FIRST_BIRTHDAY:
        raise PydanticCustomError("born_too_early", "born before anybody who lives")
    return born


Birthday = Annotated[date, AfterValidator(_within_memory)]


class Adult(Part):
    """The taxpayer or the spouse."""

    date_of_birth: Birthday | None = None
    blind: bool | None = None
    can_be_claimed_as_dependent: bool | None = None
    wages: Dollars | None = None
    self_employment_net_profit: Dollars | None = None


class Dependent(Part):
    """A child or another person who depends on the filer. The id stays theirs when others come and go."""

    id: UUID = Field(default_factory=new_id)
    date_of_birth: Birthday | None = None
    full_time_student: bool | None = None
    permanently_disabled: bool | None = None


class Income(Part):
    """Income other than wages, by the form that reports it."""

    taxable_interest: Dollars | None = None
    tax_exempt_interest: Dollars | None = None
    ordinary_dividends: Dollars | None = None
    qualified_dividends: Dollars | None = None
    long_term_capital_gain: DollarsOrLoss | None = None
    taxable_ira_distributions: Dollars | None = None
    taxable_pensions: Dollars | None = None
    unemployment_compensation: Dollars | None = None
    social_security_benefits: Dollars | None = None


class Adjustments(Part):
    """Amounts that lower income before anything else (Schedule 1, part II)."""

    educator_expenses: Dollars | None = None
    student_loan_interest_paid: Dollars | None = None


class Itemized(Part):
    """Costs that may be itemized on Schedule A."""

    medical_expenses: Dollars | None = None
    state_local_income_tax: Dollars | None = None
    real_estate_tax: Dollars | None = None
    mortgage_interest: Dollars | None = None
    charity_cash: Dollars | None = None


class Credits(Part):
    """Costs that a credit depends on."""

    dependent_care_expenses: Dollars | None = None


class Payments(Part):
    """Tax that has been paid already."""

    federal_income_tax_withheld: Dollars | None = None
    estimated_tax_payments: Dollars | None = None


class Answers(Part):
    """Everything that the estimate page and the page of costs for hearing ask."""

    filing_status: FilingStatus | None = None
    lived_apart_all_year: bool | None = None
    taxpayer: Adult = Field(default_factory=Adult)
    spouse: Adult = Field(default_factory=Adult)
    dependents: list[Dependent] = Field(default_factory=list, max_length=MOST_DEPENDENTS)
    income: Income = Field(default_factory=Income)
    adjustments: Adjustments = Field(default_factory=Adjustments)
    itemized: Itemized = Field(default_factory=Itemized)
    credits: Credits = Field(default_factory=Credits)
    payments: Payments = Field(default_factory=Payments)
    costs: list[Cost] = Field(default_factory=list, max_length=MOST_COSTS)
    household: Household = Field(default_factory=Household)


def answer_at(answers: Answers, path: str) -> Any:
    """The value at a dotted path: `taxpayer.wages`, `costs.<id>.amount`; Invalid(path) if there is none."""
    part: Any = answers
    try:
        for step in path.split("."):
            part = _with_id(part, step) if isinstance(part, list) else getattr(part, step)
    except (AttributeError, StopIteration):
        raise Invalid(path, "answer.unknown_question") from None
    return part


def _with_id(listed: list[Any], wanted: str) -> Any:
    return next(one for one in listed if str(one.id) == wanted)


def put_answer(answers: Answers, path: str, value: object) -> None:
    """Set the value at a dotted path; Invalid(path) when it can't be one."""
    above, _, name = path.rpartition(".")
    part = answer_at(answers, above) if above else answers
    if name not in type(part).model_fields:
        raise Invalid(path, "answer.unknown_question")
    try:
        setattr(part, name, value)
    except ValidationError as problem:
        raise Invalid(path, _CODES.get(problem.errors()[0]["type"], "answer.not_usable")) from None


_CODES = {
    "born_too_early": "answer.born_too_early",
    "greater_than_equal": "answer.too_small",
    "less_than_equal": "answer.too_large",
    "decimal_max_places": "answer.cents_only",
    "miles": "finder.input.miles",
    "employees": "finder.input.employees",
}
