"""What can be wrong with a case that is handed in. Each value is the code of a sentence in content/en."""

from enum import StrEnum

from services.errors import InvalidInput


class Fault(StrEnum):
    """Why a field of a cost or of the household can't be used; amounts have the faults of services.tax."""

    BUSINESS_FOR = "finder.input.business_for"
    CATEGORY = "finder.input.category"
    DAY = "finder.input.day"
    DAY_FAR = "finder.input.day_far"
    EMPLOYEES = "finder.input.employees"
    HEALTH_PLAN = "finder.input.health_plan"
    MILES = "finder.input.miles"
    NEEDED = "finder.input.needed"
    NOT_FOR_THIS = "finder.input.not_for_this"
    PAYER = "finder.input.payer"
    PERSON = "finder.input.person"
    PURPOSE = "finder.input.purpose"
    REPAID_ABOVE_AMOUNT = "finder.input.repaid_above_amount"
    REPAID_BY = "finder.input.repaid_by"
    TEXT = "finder.input.text"
    TOO_MANY = "finder.input.too_many"


class InvalidCase(InvalidInput):
    """A case that can't be read."""
