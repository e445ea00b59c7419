"""Schedule A: itemized deductions."""

from services.tax.cells import Worksheet, fact, line
from services.tax.inputs import (
    charity_cash,
    charity_noncash,
    impairment_related_work_expenses,
    medical_expenses,
    mortgage_interest,
    real_estate_tax,
    state_local_income_tax,
)
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.money import Money

__all__ = ["itemized_before_limit", "state_taxes", "work_expenses_of_employee"]

_FORM = "Schedule A (Form 1040)"


@line("schedule_a.1", "Medical and dental expenses", source=f"{_FORM}, line 1")
def medical_paid(r: Worksheet) -> Money:
    return r[medical_expenses]


@line("schedule_a.3", "Medical costs that do not count", source=f"{_FORM}, line 3")
def medical_floor(r: Worksheet) -> Money:
    return r.share(r.law.itemized.medical_floor, max(0, r[adjusted_gross_income]))


@line("schedule_a.4", "Medical and dental expenses that count", source=f"{_FORM}, line 4")
def medical(r: Worksheet) -> Money:
    return max(0, r[medical_paid] - r[medical_floor])


@line("schedule_a.5a", "State and local income taxes", source=f"{_FORM}, line 5a")
def state_income_tax(r: Worksheet) -> Money:
    return r[state_local_income_tax]


@line("schedule_a.5b", "State and local real estate taxes", source=f"{_FORM}, line 5b")
def home_tax(r: Worksheet) -> Money:
    return r[real_estate_tax]


@line("schedule_a.5d", "State and local taxes paid", source=f"{_FORM}, line 5d")
def state_taxes_paid(r: Worksheet) -> Money:
    return r[state_income_tax] + r[home_tax]


@fact
def most_state_taxes(r: Worksheet) -> Money:
    """What counts at most: less with a high income (IRC 164(b)(6) and (7))."""
    law = r.law.itemized
    over = max(0, r[adjusted_gross_income] - law.salt_phase_down_start)
    return max(law.salt_floor, law.salt_cap - r.share(law.salt_phase_down_rate, over))


@line("schedule_a.7", "State and local taxes allowed", source=f"{_FORM}, line 7")
def state_taxes(r: Worksheet) -> Money:
    return min(r[state_taxes_paid], r[most_state_taxes])


@line("schedule_a.10", "Interest you paid", source=f"{_FORM}, line 10")
def home_interest(r: Worksheet) -> Money:
    return r[mortgage_interest]


@fact
def most_gifts(r: Worksheet) -> Money:
    """All gifts that count at most, by income (IRC 170(b)(1)(G))."""
    return r.share(r.law.itemized.charity_cash_share, max(0, r[adjusted_gross_income]))


@line("schedule_a.11", "Gifts by cash or check", source=f"{_FORM}, line 11")
def gifts_of_money(r: Worksheet) -> Money:
    """What counts of them this year: money comes before things (IRC 170(b)(1)(G)(iii))."""
    return min(r[charity_cash], r[most_gifts])


@line("schedule_a.12", "Other than by cash or check", source=f"{_FORM}, line 12")
def gifts_of_things(r: Worksheet) -> Money:
    """What counts of them this year, below a limit of their own."""
    most = r.share(r.law.itemized.charity_noncash_share, max(0, r[adjusted_gross_income]))
    return min(r[charity_noncash], most, r[most_gifts] - r[gifts_of_money])


@line("schedule_a.14", "Gifts to charity", source=f"{_FORM}, line 14")
def charity(r: Worksheet) -> Money:
    """From 2026 on, less a share of income."""
    floor = r.share(r.law.itemized.charity_floor, max(0, r[adjusted_gross_income]))
    return max(0, r[gifts_of_money] + r[gifts_of_things] - floor)


@line("2106.10", "Impairment-related work expenses", source="Form 2106, line 10")
def work_expenses_of_employee(r: Worksheet) -> Money:
    """What an employee with a disability paid in order to be able to work (IRC 67(d))."""
    return r[impairment_related_work_expenses]


@line("schedule_a.16", "Other itemized deductions", source=f"{_FORM}, line 16")
def work_expenses_for_disability(r: Worksheet) -> Money:
    """No floor of 7.5 or 2 percent applies to them."""
    return r[work_expenses_of_employee]


@line("schedule_a.all", "Itemized deductions before the high-income limit", source=_FORM)
def itemized_before_limit(r: Worksheet) -> Money:
    return r[medical] + r[state_taxes] + r[home_interest] + r[charity] + r[work_expenses_for_disability]
