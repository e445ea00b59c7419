"""Who is on the return: facts about the filers and the people they support."""

from enum import StrEnum

from db.values.returns import FilingStatus
from services.tax.cells import Worksheet, fact
from services.tax.inputs import (
    Dependent,
    dependents,
    filing_status,
    spouse_age,
    spouse_blind,
    spouse_can_be_claimed,
    taxpayer_age,
    taxpayer_blind,
    taxpayer_can_be_claimed,
)
from services.tax.law.credit import EarnedIncomeCredit

__all__ = [
    "ChildBy",
    "blind_filers",
    "can_be_claimed",
    "children_for_child_credit",
    "children_for_earned_income_credit",
    "joint",
    "other_dependents",
    "people_needing_care",
    "seniors",
    "separate",
]


@fact
def joint(r: Worksheet) -> bool:
    """Whether two people file one return."""
    return r[filing_status] is FilingStatus.MARRIED_JOINT


@fact
def separate(r: Worksheet) -> bool:
    """Whether the filer is married and files alone."""
    return r[filing_status] is FilingStatus.MARRIED_SEPARATE


@fact
def can_be_claimed(r: Worksheet) -> bool:
    """Whether somebody else may claim a filer as a dependent."""
    return r[taxpayer_can_be_claimed] or (r[joint] and r[spouse_can_be_claimed])


@fact
def taxpayer_is_senior(r: Worksheet) -> bool:
    """Whether the first filer is 65 or older at the end of the year."""
    return r[taxpayer_age] >= r.law.standard_deduction.senior_age


@fact
def spouse_is_senior(r: Worksheet) -> bool:
    """The same for the other one of a joint return."""
    return r[joint] and r[spouse_age] >= r.law.standard_deduction.senior_age


@fact
def seniors(r: Worksheet) -> int:
    """How many filers are 65 or older at the end of the year."""
    return r[taxpayer_is_senior] + r[spouse_is_senior]


@fact
def blind_filers(r: Worksheet) -> int:
    """How many filers are blind."""
    return r[taxpayer_blind] + (r[joint] and r[spouse_blind])


@fact
def children_for_child_credit(r: Worksheet) -> int:
    """Children under 17 (IRC 24(c)(1))."""
    age_below = r.law.child_credit.child_age_below
    return sum(dependent.age < age_below for dependent in r[dependents])


@fact
def other_dependents(r: Worksheet) -> int:
    """Everyone else whom the filer supports (IRC 24(h)(4))."""
    return len(r[dependents]) - r[children_for_child_credit]


@fact
def people_needing_care(r: Worksheet) -> int:
    """Young children, and dependents of any age who cannot care for themselves (IRC 21(b)(1))."""
    age_below = r.law.dependent_care.child_age_below
    return sum(dependent.age < age_below or dependent.permanently_disabled for dependent in r[dependents])


class ChildBy(StrEnum):
    """Why somebody is a child for the earned income credit (IRC 32(c)(3), 152(c)(3))."""

    AGE = "age"
    SCHOOL = "school"
    DISABILITY = "disability"


@fact
def who_is_a_child(r: Worksheet) -> tuple[ChildBy | None, ...]:
    """By dependent: under 19, a student under 24, or of any age with a permanent and total disability; or none."""
    law = r.law.earned_income_credit
    return tuple(_why_a_child(dependent, law) for dependent in r[dependents])


def _why_a_child(dependent: Dependent, law: EarnedIncomeCredit) -> ChildBy | None:
    if dependent.age < law.child_age_below:
        return ChildBy.AGE
    if dependent.full_time_student and dependent.age < law.student_age_below:
        return ChildBy.SCHOOL
    return ChildBy.DISABILITY if dependent.permanently_disabled else None


@fact
def children_for_earned_income_credit(r: Worksheet) -> int:
    return len(r[who_is_a_child]) - r[who_is_a_child].count(None)
