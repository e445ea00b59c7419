"""Form 1040, lines 12 to 15: all deductions, and the income that is taxed."""

from services.tax.cells import Worksheet, line
from services.tax.lines.deductions.business_deduction import business_deduction
from services.tax.lines.deductions.choice import charity_without_itemizing, itemizes, standard_deduction
from services.tax.lines.deductions.schedule_1a import additional_deductions
from services.tax.lines.deductions.schedule_a import itemized_before_limit
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.money import Money

__all__ = ["all_deductions", "itemized_deduction", "itemized_limit", "taxable_income"]


@line("schedule_a.limit", "High-income limit on itemized deductions", source="IRC 68", since=2026)
def itemized_limit(r: Worksheet) -> Money:
    other_deductions = r[business_deduction] + r[additional_deductions]
    above_top = r[adjusted_gross_income] - other_deductions - r.law.income_tax.tops[-1]
    reducible = max(0, min(r[itemized_before_limit], above_top))
    return r.share(r.law.itemized.top_bracket_reduction, reducible)


@line("schedule_a.17", "Total itemized deductions", source="Schedule A (Form 1040), line 17")
def itemized_deduction(r: Worksheet) -> Money:
    return r[itemized_before_limit] - r[itemized_limit] if r[itemizes] else 0


@line("1040.12e", "Standard deduction or itemized deductions", source="Form 1040, line 12e")
def main_deduction(r: Worksheet) -> Money:
    return r[standard_deduction] + r[itemized_deduction]


@line("1040.14", "Total deductions", source="Form 1040, line 14")
def all_deductions(r: Worksheet) -> Money:
    return r[main_deduction] + r[charity_without_itemizing] + r[business_deduction] + r[additional_deductions]


@line("1040.15", "Taxable income", source="Form 1040, line 15")
def taxable_income(r: Worksheet) -> Money:
    return max(0, r[adjusted_gross_income] - r[all_deductions])
