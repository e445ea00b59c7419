"""Schedule 1, part II, except student loan interest: what comes off before adjusted gross income."""

from services.tax.cells import Worksheet, line
from services.tax.inputs import educator_expenses, hsa_deduction, ira_deduction
from services.tax.lines.income.self_employment import half_self_employment_tax
from services.tax.money import Money

__all__ = ["adjustments_before_student_loan"]


@line("schedule_1.11", "Educator expenses", source="Schedule 1 (Form 1040), line 11")
def educator(r: Worksheet) -> Money:
    return min(r[educator_expenses], r.law.adjustments.educator_limit)


@line("schedule_1.13", "Health savings account deduction", source="Schedule 1 (Form 1040), line 13")
def health_savings(r: Worksheet) -> Money:
    return r[hsa_deduction]


@line("schedule_1.20", "IRA deduction", source="Schedule 1 (Form 1040), line 20")
def retirement_savings(r: Worksheet) -> Money:
    return r[ira_deduction]


@line(
    "benefits.6",
    "Adjustments that count for social security",
    source="Social Security Benefits Worksheet (Form 1040), line 6",
)
def adjustments_before_student_loan(r: Worksheet) -> Money:
    """All adjustments but student loan interest, which IRC 86(b)(2)(A) leaves out."""
    return r[educator] + r[health_savings] + r[half_self_employment_tax] + r[retirement_savings]
