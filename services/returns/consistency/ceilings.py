"""The most that anybody can deduct for an IRA and an HSA. The engine takes both as already limited, so we look here."""

from dataclasses import dataclass
from decimal import Decimal

from db.values import FilingStatus
from services.errors import Invalid
from services.returns.answers import Answers

_HSA_FROM_55 = 1000  # for each person, IRC 223(b)(3)


@dataclass(frozen=True, slots=True)
class Ceilings:
    """Dollars of one year: into an IRA for one person aged 50 or older, into an HSA for one person or a family."""

    ira: int
    hsa_self: int
    hsa_family: int


CEILINGS = {
    2025: Ceilings(ira=7000 + 1000, hsa_self=4300, hsa_family=8550),  # Notice 2024-80; Rev. Proc. 2024-25
    2026: Ceilings(ira=7500 + 1100, hsa_self=4400, hsa_family=8750),  # Notice 2025-67; Rev. Proc. 2025-19
}


def check_ceilings(answers: Answers, path: str, tax_year: int) -> None:
    """Raise Invalid(path) for a deduction that nobody of any age and with any plan can have."""
    most, alone = CEILINGS[tax_year], _is_alone(answers)
    told = answers.adjustments
    if path == "adjustments.ira_deduction" and _above(told.ira_deduction, most.ira * (1 if alone else 2)):
        raise Invalid(path, "answer.ira_above_limit")
    if path == "adjustments.hsa_deduction" and _above(told.hsa_deduction, _most_hsa(most, alone=alone)):
        raise Invalid(path, "answer.hsa_above_limit")


def _is_alone(answers: Answers) -> bool:
    """Whether the return is of one person; while that is not said, it may be of two."""
    return answers.filing_status not in {None, FilingStatus.MARRIED_JOINT}


def _most_hsa(most: Ceilings, *, alone: bool) -> int:
    """Two people with a plan each can have a little more than a family with one plan."""
    return most.hsa_family + _HSA_FROM_55 if alone else max(most.hsa_family, 2 * most.hsa_self) + 2 * _HSA_FROM_55


def _above(amount: Decimal | None, most: int) -> bool:
    return amount is not None and amount > most
