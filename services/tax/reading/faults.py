"""What can be wrong with a return that is handed in. Each value is the code of a sentence in content/en."""

from enum import StrEnum

from services.errors import InvalidInput


class Fault(StrEnum):
    """Why a field can't be used."""

    AGE = "tax.input.age"
    AMOUNT = "tax.input.amount"
    AMOUNT_NEGATIVE = "tax.input.amount_negative"
    AMOUNT_TOO_FINE = "tax.input.amount_too_fine"
    AMOUNT_TOO_LARGE = "tax.input.amount_too_large"
    BUSINESS_LOSS = "tax.input.business_loss"
    DIVIDENDS = "tax.input.dividends"
    FILING_STATUS = "tax.input.filing_status"
    GROUP = "tax.input.group"
    LIST = "tax.input.list"
    LIST_TOO_LONG = "tax.input.list_too_long"
    LIVED_APART = "tax.input.lived_apart"
    SITUATION = "tax.input.situation"
    SPOUSE_MISSING = "tax.input.spouse_missing"
    SPOUSE_NOT_HERE = "tax.input.spouse_not_here"
    TAX_YEAR = "tax.input.tax_year"
    UNKNOWN_FIELD = "tax.input.unknown_field"
    YES_NO = "tax.input.yes_no"


class InvalidReturn(InvalidInput):
    """A return that can't be read."""
