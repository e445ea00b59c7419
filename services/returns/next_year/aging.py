"""What a year more makes of the people on a return: codes of what has to be said before they are taken over."""

from collections.abc import Iterator
from datetime import date

from db.values.returns import FilingStatus
from services.returns.answers import Answers, Dependent
from services.returns.reckoning import age_of_adult, age_of_dependent
from services.tax import law_for


def status_for(answers: Answers, *, with_spouse: bool, with_dependents: bool) -> FilingStatus | None:
    """The filing status that can be taken over, or None where it has to be asked anew."""
    status = answers.filing_status
    if status is FilingStatus.QUALIFYING_SURVIVING_SPOUSE:
        return None  # it ends two years after the death (IRC 2(a)(1)(A)), whose year we do not know
    if status is FilingStatus.MARRIED_JOINT and not with_spouse:
        return None
    if status is FilingStatus.HEAD_OF_HOUSEHOLD and not with_dependents:
        return None
    return status


def of_status(answers: Answers) -> str:
    """What to know about last year's filing status; empty for one that simply holds."""
    match answers.filing_status:
        case FilingStatus.QUALIFYING_SURVIVING_SPOUSE:
            return "surviving_spouse"
        case FilingStatus.MARRIED_JOINT | FilingStatus.MARRIED_SEPARATE:
            return "married"
        case FilingStatus.HEAD_OF_HOUSEHOLD:
            return "head_of_household" if answers.dependents else "head_of_nobody"
    return ""


def of_adult(born: date | None, tax_year: int) -> str:
    """Whether this is the first year with the higher standard deduction."""
    if born is None:
        return ""
    senior = law_for(tax_year, FilingStatus.SINGLE).standard_deduction.senior_age
    return "senior" if age_of_adult(born, tax_year - 1) < senior <= age_of_adult(born, tax_year) else ""


def of_dependent(one: Dependent, tax_year: int) -> tuple[str, ...]:
    """Ages that were reached in the year, from which on something else holds for a child."""
    if one.date_of_birth is None:
        return ()
    then, now = (age_of_dependent(one.date_of_birth, year) for year in (tax_year - 1, tax_year))
    return tuple(code for code, age in _ages(one, tax_year) if then < age <= now)


def _ages(one: Dependent, tax_year: int) -> Iterator[tuple[str, int]]:
    law = law_for(tax_year, FilingStatus.SINGLE)
    yield "too_old_for_care", law.dependent_care.child_age_below
    yield "too_old_for_child_credit", law.child_credit.child_age_below
    if not one.permanently_disabled:
        yield "grown_up", law.earned_income_credit.child_age_below
        yield "too_old_as_student", law.earned_income_credit.student_age_below
