"""The choice between the standard deduction and the itemized ones; a filer takes one or the other."""

from services.tax.cells import Choice, Worksheet, fact, line
from services.tax.inputs import charity_cash
from services.tax.lines.deductions.schedule_1a import additional_deductions
from services.tax.lines.deductions.schedule_a import itemized_before_limit
from services.tax.lines.deductions.standard_deduction import standard_deduction_offered
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.money import Money

__all__ = ["charity_without_itemizing", "income_before_business_deduction", "itemizes", "standard_deduction"]

itemizes = Choice("itemizes")


@line("deduction.standard", "Standard deduction", source="Form 1040, line 12e")
def standard_deduction(r: Worksheet) -> Money:
    return 0 if r[itemizes] else r[standard_deduction_offered]


@line("charity.without_itemizing", "Cash gifts to charity without itemizing", source="IRC 170(p)", since=2026)
def charity_without_itemizing(r: Worksheet) -> Money:
    return 0 if r[itemizes] else min(r[charity_cash], r.law.itemized.charity_without_itemizing)


@fact
def income_before_business_deduction(r: Worksheet) -> Money:
    """Form 8995, line 11, before the high-income limit on itemized deductions, which IRC 68 leaves out here."""
    itemized = r[itemized_before_limit] if r[itemizes] else 0
    taken = r[standard_deduction] + r[charity_without_itemizing] + itemized + r[additional_deductions]
    return max(0, r[adjusted_gross_income] - taken)
