"""Correct and complete are two questions. These are about the second: have we asked enough to be sure?"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from db.values.returns import FilingStatus
from services.tax.cells import Cell, Worksheet
from services.tax.inputs import (
    american_opportunity_expenses,
    dependents,
    earned_half_of_support,
    federal_income_tax_withheld,
    filing_status,
    full_time_student,
    lived_apart_all_year,
    parent_alive,
    qualified_overtime,
    qualified_tips,
    retirement_contributions_spouse,
    retirement_contributions_taxpayer,
    social_security_benefits,
    specified_service_trade,
    spouse_age,
    student_loan_interest,
    taxable_pensions,
    taxpayer_age,
)
from services.tax.lines.credits.dependent_care import care_costs
from services.tax.lines.credits.disabled_access import access_credit_before_limit, business_credit
from services.tax.lines.credits.education import opportunity_credit
from services.tax.lines.credits.elderly_credit import disability_income_under_65
from services.tax.lines.credits.savers_credit import savers_credit
from services.tax.lines.credits.young_student import refund_of_credit_refused, studies_count, support_counts
from services.tax.lines.deductions.business_deduction import trade_matters
from services.tax.lines.deductions.choice import standard_deduction
from services.tax.lines.deductions.schedule_1a import tips
from services.tax.lines.deductions.schedule_a import work_expenses_of_employee
from services.tax.lines.income.gross_income import most_student_loan_interest
from services.tax.lines.income.received import business_income, income_before_social_security, wages
from services.tax.lines.payments import tax_after_nonrefundable_credits
from services.tax.lines.people import joint, separate

Answers = Mapping[Cell[Any], Any]


class Missing(StrEnum):
    """A question whose answer could change the result. Each value is the code of a sentence in content/en."""

    AGE = "tax.missing.age"
    EARNED_HALF = "tax.missing.earned_half"
    FULL_TIME_STUDENT = "tax.missing.full_time_student"
    LIVED_APART = "tax.missing.lived_apart"
    PARENT_ALIVE = "tax.missing.parent_alive"
    SERVICE_TRADE = "tax.missing.service_trade"
    SPOUSE_AGE = "tax.missing.spouse_age"


class Note(StrEnum):
    """Something that was taken as it was given and should be looked at. A code of a sentence in content/en."""

    BUSINESS_CREDIT_LEFT = "tax.note.business_credit_left"
    DISABILITY_ABOVE_INCOME = "tax.note.disability_above_income"
    DISABILITY_INCOME = "tax.note.disability_income"
    MORE_STUDENTS_THAN_PEOPLE = "tax.note.more_students_than_people"
    NOBODY_AT_HOME = "tax.note.nobody_at_home"
    SAVER_AT_SCHOOL = "tax.note.saver_at_school"
    SPOUSE_ITEMIZES = "tax.note.spouse_itemizes"
    STUDENT_LOAN_INTEREST = "tax.note.student_loan_interest"
    TIPS_ABOVE_PAY = "tax.note.tips_above_pay"
    TIPS_OF_A_BUSINESS = "tax.note.tips_of_a_business"
    WITHHELD_ABOVE_INCOME = "tax.note.withheld_above_income"
    WORK_EXPENSES_WITHOUT_PAY = "tax.note.work_expenses_without_pay"


def missing(answers: Answers, sheet: Worksheet) -> tuple[Missing, ...]:
    """The questions that are still open for this return."""
    return tuple(code for code, is_open in _QUESTIONS.items() if is_open(answers, sheet))


def notes(sheet: Worksheet) -> tuple[Note, ...]:
    """What a careful person would ask about the answers that were given."""
    return tuple(code for code, applies in _NOTES.items() if applies(sheet))


def _lived_apart_matters(answers: Answers, r: Worksheet) -> bool:
    touched = r[social_security_benefits] > 0 or bool(r[dependents]) or r[care_costs] > 0
    return r[separate] and touched and lived_apart_all_year not in answers


def _kind_of_business_matters(answers: Answers, r: Worksheet) -> bool:
    return r[trade_matters] and specified_service_trade not in answers


def _some_credit_is_lost_to_youth(r: Worksheet) -> bool:
    """Paid out or not, it comes to the same while all of it, and of the credits after it, lowers the tax."""
    some_is_lost = r[tax_after_nonrefundable_credits] == 0 or r[access_credit_before_limit] > r[business_credit]
    return r[refund_of_credit_refused] and r[opportunity_credit] > 0 and some_is_lost


def _untold(asked: Cell[bool | None], *, counts: Cell[bool] | None = None) -> Callable[[Answers, Worksheet], bool]:
    """Form 8863, line 7: open where it `counts`, nobody told it, and a credit is lost for it."""

    def is_open(answers: Answers, r: Worksheet) -> bool:
        return asked not in answers and (counts is None or r[counts]) and _some_credit_is_lost_to_youth(r)

    return is_open


def _disability_income_may_be_earned(r: Worksheet) -> bool:
    """Before the plan's retirement age it belongs with wages and counts for the earned income credit."""
    return bool(r[disability_income_under_65]) and r[taxable_pensions] > 0


def _nobody_who_gives_the_status(r: Worksheet) -> bool:
    """Both statuses rest on somebody at home (IRC 2(a)(1)(B) and 2(b)(1)); an estimate without them is too kind."""
    return r[filing_status] in _STATUSES_WITH_SOMEBODY_AT_HOME and not r[dependents]


def _saver_of_school_age(r: Worksheet) -> bool:
    """Form 8880 is not for full-time students."""
    yours = 0 if r[full_time_student] is False else r[retirement_contributions_taxpayer]
    savers = ((taxpayer_age, yours), (spouse_age, r[retirement_contributions_spouse]))
    young = any(saved and r[age] < r.law.education.refund_doubtful_below_age for age, saved in savers)
    return young and r[savers_credit] > 0


def _more_disability_income_than_received(r: Worksheet) -> bool:
    """Taxable disability income is a part of pay or pensions."""
    incomes = r[disability_income_under_65]
    return sum(incomes) > r[wages] + r[taxable_pensions]


def _more_students_than_people(r: Worksheet) -> bool:
    """The credit is for a student who is on the return (IRC 25A(f)(1)(A))."""
    return len(r[american_opportunity_expenses]) > 1 + r[joint] + len(r[dependents])


def _more_tips_and_overtime_than_pay(r: Worksheet) -> bool:
    """Both are a part of pay; tips can be of a business."""
    return r[qualified_tips] + r[qualified_overtime] > r[wages] + r[business_income]


def _more_withheld_than_received(r: Worksheet) -> bool:
    """Social security counts in full, taxed or not: tax can be withheld from all of it."""
    received = r[income_before_social_security] + r[social_security_benefits]
    return r[federal_income_tax_withheld] > max(0, received)


_STATUSES_WITH_SOMEBODY_AT_HOME = {FilingStatus.HEAD_OF_HOUSEHOLD, FilingStatus.QUALIFYING_SURVIVING_SPOUSE}
_QUESTIONS: dict[Missing, Callable[[Answers, Worksheet], bool]] = {
    Missing.AGE: lambda answers, _: taxpayer_age not in answers,
    Missing.FULL_TIME_STUDENT: _untold(full_time_student, counts=studies_count),
    Missing.EARNED_HALF: _untold(earned_half_of_support, counts=support_counts),
    Missing.PARENT_ALIVE: _untold(parent_alive),
    Missing.LIVED_APART: _lived_apart_matters,
    Missing.SERVICE_TRADE: _kind_of_business_matters,
    Missing.SPOUSE_AGE: lambda answers, r: r[joint] and spouse_age not in answers,
}
_NOTES: dict[Note, Callable[[Worksheet], bool]] = {
    Note.BUSINESS_CREDIT_LEFT: lambda r: r[access_credit_before_limit] > r[business_credit],
    Note.DISABILITY_ABOVE_INCOME: _more_disability_income_than_received,
    Note.DISABILITY_INCOME: _disability_income_may_be_earned,
    Note.MORE_STUDENTS_THAN_PEOPLE: _more_students_than_people,
    Note.NOBODY_AT_HOME: _nobody_who_gives_the_status,
    Note.SAVER_AT_SCHOOL: _saver_of_school_age,
    Note.SPOUSE_ITEMIZES: lambda r: r[separate] and r[standard_deduction] > 0,
    Note.STUDENT_LOAN_INTEREST: lambda r: r[student_loan_interest] > r[most_student_loan_interest],
    Note.TIPS_ABOVE_PAY: _more_tips_and_overtime_than_pay,
    Note.TIPS_OF_A_BUSINESS: lambda r: r[tips] > 0 and r[business_income] > 0,
    Note.WITHHELD_ABOVE_INCOME: _more_withheld_than_received,
    Note.WORK_EXPENSES_WITHOUT_PAY: lambda r: r[work_expenses_of_employee] > 0 and r[wages] == 0,
}
