"""Form 1040, line 16: the tax by table or rates, with the lower rates for long-term gains and some dividends."""

from services.tax.cells import Worksheet, line
from services.tax.law.tax import IncomeTax
from services.tax.lines.deductions.taxable_income import taxable_income
from services.tax.lines.income.received import gains_at_lower_rates
from services.tax.method import Method
from services.tax.money import Money
from services.tax.tables import middle_of_tax_row

__all__ = ["income_at_usual_rates", "tax"]

_WORKSHEET = "Qualified Dividends and Capital Gain Tax Worksheet (Form 1040)"


def schedule_tax(income: Money, law: IncomeTax) -> Money:
    """The tax on an income by the rate schedule of IRC 1(j)."""
    so_far, bottom = 0, 0
    for rate, top in zip(law.rates, law.tops, strict=False):
        if income <= top:
            return so_far + rate.of(income - bottom)
        so_far, bottom = so_far + rate.of(top - bottom), top
    return so_far + law.rates[-1].of(income - bottom)


def _tax_on(income: Money, r: Worksheet) -> Money:
    """As filed, the Tax Table gives the tax of the middle of its row; it ends where the rates are used by all."""
    tables = r.law.tables
    if r.method is Method.AS_FILED and income < tables.tax_table_below:
        income = middle_of_tax_row(income, tables)
    return schedule_tax(income, r.law.income_tax)


@line("gains.5", "Taxable income at the usual rates", source=f"{_WORKSHEET}, line 5")
def income_at_usual_rates(r: Worksheet) -> Money:
    return max(0, r[taxable_income] - r[gains_at_lower_rates])


@line("gains.9", "Gains and dividends taxed at zero", source=f"{_WORKSHEET}, line 9")
def gains_at_zero(r: Worksheet) -> Money:
    top = min(r[taxable_income], r.law.income_tax.gain_zero_top)
    return max(0, top - r[income_at_usual_rates])


@line("gains.18", "Tax on gains at the middle rate", source=f"{_WORKSHEET}, line 18")
def tax_on_middle_gains(r: Worksheet) -> Money:
    law = r.law.income_tax
    top = min(r[taxable_income], law.gain_middle_top)
    return r.share(law.gain_middle_rate, max(0, top - r[income_at_usual_rates] - r[gains_at_zero]))


@line("gains.21", "Tax on gains at the top rate", source=f"{_WORKSHEET}, line 21")
def tax_on_top_gains(r: Worksheet) -> Money:
    law = r.law.income_tax
    return r.share(law.gain_top_rate, max(0, r[taxable_income] - max(law.gain_middle_top, r[income_at_usual_rates])))


@line("gains.22", "Tax at the usual rates", source=f"{_WORKSHEET}, line 22")
def tax_at_usual_rates(r: Worksheet) -> Money:
    return _tax_on(r[income_at_usual_rates], r)


@line("1040.16", "Tax", source="Form 1040, line 16")
def tax(r: Worksheet) -> Money:
    with_lower_rates = r[tax_at_usual_rates] + r[tax_on_middle_gains] + r[tax_on_top_gains]
    return min(with_lower_rates, _tax_on(r[taxable_income], r))
