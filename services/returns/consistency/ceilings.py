"""The most that anybody can deduct for an IRA and an HSA. The engine takes both as already limited, so we look here.

The deduction finder knows the limits of an HSA; only what it does not ask stands here.
"""

from collections.abc import Iterator
from decimal import Decimal

from db.values.returns import FilingStatus
from services.errors import Invalid
from services.finder import figure
from services.returns.answers import Answers
from services.returns.reckoning import age_of_adult

_HSA_FROM_55 = 1000  # for each person, IRC 223(b)(3)
_INTO_IRA = {
    2025: (7000, 1000),  # Notice 2024-80
    2026: (7500, 1100),  # Notice 2025-67
}
"""Dollars of a year into the IRA of one person, and what more there is from age 50: IRC 219(b)(5)."""
MOST_INTO_IRA = {year: sum(parts) for year, parts in _INTO_IRA.items()}
"""Dollars of a year into the IRA of one person aged 50 or older."""


def check_ceilings(answers: Answers, path: str, tax_year: int) -> None:
    """Raise Invalid(path) for a deduction that nobody of any age and with any plan can have."""
    told, alone = answers.adjustments, _is_alone(answers)
    if path == "adjustments.ira_deduction" and _above(told.ira_deduction, _most_ira(tax_year, alone=alone)):
        raise Invalid(path, "answer.ira_above_limit")
    if path == "adjustments.hsa_deduction" and _above(told.hsa_deduction, _most_hsa(tax_year, alone=alone)):
        raise Invalid(path, "answer.hsa_above_limit")


def above_for_their_age(answers: Answers, tax_year: int) -> Iterator[tuple[str, str, Decimal]]:
    """What only older people could deduct: the path, the code of a question, and the most in dollars at their age.

    Whose birthday is not told may be old enough. Nothing before the filing status is told.
    """
    if answers.filing_status is None:
        return
    told, people = answers.adjustments, len(answers.adults)
    base, more = _INTO_IRA[tax_year]
    most = Decimal(people * base + more * _aged(answers, 50, tax_year))
    if _above(told.ira_deduction, most):
        yield "adjustments.ira_deduction", "second_look.ira_at_age", most
    one, family = (figure(f"hsa_limit_{plan}", tax_year) for plan in ("self", "family"))
    most = max(family, people * one) + _HSA_FROM_55 * _aged(answers, 55, tax_year)
    if _above(told.hsa_deduction, most):
        yield "adjustments.hsa_deduction", "second_look.hsa_at_age", most


def _aged(answers: Answers, age: int, tax_year: int) -> int:
    born = (adult.date_of_birth for adult in answers.adults)
    return sum(1 for day in born if day is None or age_of_adult(day, tax_year) >= age)


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
