"""The most that anybody can deduct for an IRA and an HSA. The engine takes both as already limited, so we look here.

The deduction finder knows the limits of an HSA; only what it does not ask stands here.
"""

from decimal import Decimal

from db.values.returns import FilingStatus
from services.errors import Invalid
from services.finder import figure
from services.returns.answers import Answers

_HSA_FROM_55 = 1000  # for each person, IRC 223(b)(3)


MOST_INTO_IRA = {
    2025: 7000 + 1000,  # Notice 2024-80
    2026: 7500 + 1100,  # Notice 2025-67
}
"""Dollars of a year into the IRA of one person aged 50 or older."""


def check_ceilings(answers: Answers, path: str, tax_year: int) -> None:
    """Raise Invalid(path) for a deduction that nobody of any age and with any plan can have."""
    told, alone = answers.adjustments, _is_alone(answers)
    if path == "adjustments.ira_deduction" and _above(told.ira_deduction, _most_ira(tax_year, alone=alone)):
        raise Invalid(path, "answer.ira_above_limit")
    if path == "adjustments.hsa_deduction" and _above(told.hsa_deduction, _most_hsa(tax_year, alone=alone)):
        raise Invalid(path, "answer.hsa_above_limit")


def _is_alone(answers: Answers) -> bool:
    """Whether the return is of one person; while that is not said, it may be of two."""
    return answers.filing_status not in {None, FilingStatus.MARRIED_JOINT}


def _most_ira(tax_year: int, *, alone: bool) -> int:
    return MOST_INTO_IRA[tax_year] * (1 if alone else 2)


def _most_hsa(tax_year: int, *, alone: bool) -> Decimal:
    """Two people with a plan each can have a little more than a family with one plan."""
    one, family = (figure(f"hsa_limit_{plan}", tax_year) for plan in ("self", "family"))
    return family + _HSA_FROM_55 if alone else max(family, 2 * one) + 2 * _HSA_FROM_55


def _above(amount: Decimal | None, most: Decimal | int) -> bool:
    return amount is not None and amount > most
