"""Form 1040, lines 9 to 11: total income, adjustments, adjusted gross income."""

from services.tax.cells import Worksheet, fact, line
from services.tax.inputs import student_loan_interest, student_loan_interest_paid
from services.tax.lines.income.adjustments import adjustments_before_student_loan
from services.tax.lines.income.received import income_before_social_security
from services.tax.lines.income.social_security import taxable_benefits
from services.tax.lines.people import can_be_claimed, separate
from services.tax.money import Money, portion

__all__ = ["adjusted_gross_income", "most_student_loan_interest"]


@line("1040.9", "Total income", source="Form 1040, line 9")
def total_income(r: Worksheet) -> Money:
    return r[income_before_social_security] + r[taxable_benefits]


@fact
def most_student_loan_interest(r: Worksheet) -> Money:
    """What the law lets this filer deduct of the limit, by income and status (IRC 221(b))."""
    law = r.law.adjustments
    if r[separate] or r[can_be_claimed]:
        return 0
    income = r[total_income] - r[adjustments_before_student_loan]
    over = min(max(0, income - law.student_loan_phase_out_start), law.student_loan_phase_out_range)
    return law.student_loan_limit - portion(law.student_loan_limit, over, law.student_loan_phase_out_range)


@line("schedule_1.21", "Student loan interest deduction", source="Schedule 1 (Form 1040), line 21")
def student_loan(r: Worksheet) -> Money:
    """Interest paid is limited here; `student_loan_interest` was limited before it came and is taken as it is."""
    limit = r.law.adjustments.student_loan_limit
    paid = min(r[student_loan_interest_paid], limit)
    return r[student_loan_interest] + portion(paid, r[most_student_loan_interest], limit)


@line("1040.10", "Adjustments to income from Schedule 1, line 26", source="Form 1040, line 10")
def adjustments(r: Worksheet) -> Money:
    return r[adjustments_before_student_loan] + r[student_loan]


@line("1040.11a", "Adjusted gross income", source="Form 1040, line 11a")
def adjusted_gross_income(r: Worksheet) -> Money:
    return r[total_income] - r[adjustments]
