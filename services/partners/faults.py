"""What can be wrong with a question that a partner sends. Each value is the code of a sentence in content/en."""

from enum import StrEnum

from services.errors import InvalidInput


class Fault(StrEnum):
    """Why a question can't be used, beside what the tax engine says of a return (services/tax/reading/faults.py)."""

    BESIDE_RETURN = "partner.input.beside_return"
    INCOME_MISSING = "partner.input.income_missing"
    JSON = "partner.input.json"
    TWICE = "partner.input.twice"


class InvalidQuestion(InvalidInput):
    """A question that can't be used."""
