"""Form 1040, lines 20 to 37: credits off, other taxes on, payments, and the refund or the amount owed."""

from services.tax.cells import Worksheet, line
from services.tax.inputs import estimated_tax_payments, federal_income_tax_withheld
from services.tax.lines.credits.additional_child_credit import additional_child_credit
from services.tax.lines.credits.child_credit import child_credit
from services.tax.lines.credits.dependent_care import care_credit
from services.tax.lines.credits.disabled_access import business_credit
from services.tax.lines.credits.earned_income_credit import earned_income_credit
from services.tax.lines.credits.education import education_credit, refundable_opportunity_credit
from services.tax.lines.credits.elderly_credit import elderly_credit
from services.tax.lines.credits.savers_credit import savers_credit
from services.tax.lines.income.self_employment import self_employment_tax
from services.tax.lines.taxes.minimum_tax import tax_before_credits
from services.tax.lines.taxes.other_taxes import additional_medicare_tax, net_investment_income_tax
from services.tax.money import Money

__all__ = ["amount_owed", "refund", "refundable_credits", "tax_after_nonrefundable_credits", "total_tax"]


@line("schedule_3.7", "Other nonrefundable credits", source="Schedule 3 (Form 1040), line 7")
def other_schedule_3_credits(r: Worksheet) -> Money:
    """Lines 6a to 6z."""
    return r[business_credit] + r[elderly_credit]


@line("1040.20", "Credits from Schedule 3, line 8", source="Form 1040, line 20")
def schedule_3_credits(r: Worksheet) -> Money:
    return r[care_credit] + r[education_credit] + r[savers_credit] + r[other_schedule_3_credits]


@line("1040.21", "Credits from lines 19 and 20", source="Form 1040, line 21")
def nonrefundable_credits(r: Worksheet) -> Money:
    return r[child_credit] + r[schedule_3_credits]


@line("1040.22", "Tax after credits that cannot go below zero", source="Form 1040, line 22")
def tax_after_nonrefundable_credits(r: Worksheet) -> Money:
    return r[tax_before_credits] - r[nonrefundable_credits]


@line("1040.23", "Other taxes from Schedule 2, line 21", source="Form 1040, line 23")
def other_taxes(r: Worksheet) -> Money:
    return r[self_employment_tax] + r[additional_medicare_tax] + r[net_investment_income_tax]


@line("1040.24", "Total tax", source="Form 1040, line 24")
def total_tax(r: Worksheet) -> Money:
    return r[tax_after_nonrefundable_credits] + r[other_taxes]


@line("1040.25d", "Federal income tax withheld", source="Form 1040, line 25d")
def withholding(r: Worksheet) -> Money:
    return r[federal_income_tax_withheld]


@line("1040.26", "Estimated tax payments", source="Form 1040, line 26")
def estimated_payments(r: Worksheet) -> Money:
    return r[estimated_tax_payments]


@line("1040.32", "Refundable credits", source="Form 1040, line 32")
def refundable_credits(r: Worksheet) -> Money:
    return r[earned_income_credit] + r[additional_child_credit] + r[refundable_opportunity_credit]


@line("1040.33", "Total payments", source="Form 1040, line 33")
def total_payments(r: Worksheet) -> Money:
    return r[withholding] + r[estimated_payments] + r[refundable_credits]


@line("1040.34", "Refund", source="Form 1040, line 34")
def refund(r: Worksheet) -> Money:
    return max(0, r[total_payments] - r[total_tax])


@line("1040.37", "Amount you owe", source="Form 1040, line 37")
def amount_owed(r: Worksheet) -> Money:
    return max(0, r[total_tax] - r[total_payments])
