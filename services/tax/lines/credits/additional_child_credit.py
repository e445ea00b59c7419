"""Schedule 8812, parts II-A and II-B: the additional child tax credit, which is paid even without tax. IRC 24(d)."""

from services.tax.cells import Worksheet, fact, line
from services.tax.lines.credits.child_credit import child_credit, whole_child_credit
from services.tax.lines.credits.earned_income_credit import earned_income_credit
from services.tax.lines.income.earnings import earned_income
from services.tax.lines.income.self_employment import half_self_employment_tax
from services.tax.lines.income.taxed_pay import (
    medicare_wages,
    spouse_social_security_wages,
    taxpayer_social_security_wages,
)
from services.tax.lines.people import children_for_child_credit
from services.tax.money import Money

__all__ = ["additional_child_credit"]

_FORM = "Schedule 8812 (Form 1040)"


@fact
def child_credit_left(r: Worksheet) -> Money:
    """Schedule 8812, line 16a."""
    return r[whole_child_credit] - r[child_credit]


@fact
def most_payable_child_credit(r: Worksheet) -> Money:
    """Schedule 8812, line 16b."""
    return r[children_for_child_credit] * r.law.child_credit.refundable_each


@line("8812.17", "Credit that is left and can be paid out", source=f"{_FORM}, line 17")
def payable_child_credit(r: Worksheet) -> Money:
    return min(r[child_credit_left], r[most_payable_child_credit])


@fact
def earnings_above_start(r: Worksheet) -> Money:
    """Schedule 8812, line 19."""
    return max(0, r[earned_income] - r.law.child_credit.earned_start)


@line("8812.20", "Share of earnings", source=f"{_FORM}, line 20")
def share_of_earnings(r: Worksheet) -> Money:
    return r.share(r.law.child_credit.earned_rate, r[earnings_above_start])


@line("8812.21", "Social security and Medicare tax withheld from pay", source=f"{_FORM}, line 21")
def payroll_tax_withheld(r: Worksheet) -> Money:
    """Worked out from pay: W-2 boxes 4 and 6 are not asked."""
    law = r.law.payroll_tax
    pay = r[taxpayer_social_security_wages], r[spouse_social_security_wages]
    social_security = sum(law.social_security_rate.of(min(wages, law.wage_base)) for wages in pay)
    return social_security + law.medicare_rate.of(r[medicare_wages])


@line("8812.25", "Payroll tax above the earned income credit", source=f"{_FORM}, line 25")
def payroll_tax_above_credit(r: Worksheet) -> Money:
    return max(0, r[payroll_tax_withheld] + r[half_self_employment_tax] - r[earned_income_credit])


@line("1040.28", "Additional child tax credit from Schedule 8812", source="Form 1040, line 28")
def additional_child_credit(r: Worksheet) -> Money:
    by_earnings = r[share_of_earnings]
    if r[children_for_child_credit] >= r.law.child_credit.many_children:
        by_earnings = max(by_earnings, r[payroll_tax_above_credit])
    return min(r[payable_child_credit], by_earnings)
