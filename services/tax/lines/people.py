"""Who is on the return: facts about the filers and the people they support."""

from db.values.returns import FilingStatus
from services.tax.cells import Worksheet, fact
from services.tax.inputs import (
    dependents,
    filing_status,
    spouse_age,
    spouse_blind,
    spouse_can_be_claimed,
    taxpayer_age,
    taxpayer_blind,
    taxpayer_can_be_claimed,
)

__all__ = [
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
def seniors(r: Worksheet) -> int:
    """How many filers are 65 or older at the end of the year."""
    senior_age = r.law.standard_deduction.senior_age
    return (r[taxpayer_age] >= senior_age) + (r[joint] and r[spouse_age] >= senior_age)


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


@fact
def children_for_earned_income_credit(r: Worksheet) -> int:
    """Children under 19, students under 24, and children of any age with a permanent and total disability."""
    law = r.law.earned_income_credit
    return sum(
        dependent.permanently_disabled
        or dependent.age < (law.student_age_below if dependent.full_time_student else law.child_age_below)
        for dependent in r[dependents]
    )
