"""Form 1040, line 16: the tax by the rate schedules, with the lower rates for long-term gains and some dividends."""

from services.tax.cells import Worksheet, line
from services.tax.law.tax import IncomeTax
from services.tax.lines.deductions.taxable_income import taxable_income
from services.tax.lines.income.received import gains_at_lower_rates
from services.tax.money import Money

_WORKSHEET = "Qualified Dividends and Capital Gain Tax Worksheet (Form 1040)"


def schedule_tax(income: Money, law: IncomeTax) -> Money:
    """The tax on an income by the rate schedule of IRC 1(j)."""
    so_far, bottom = 0, 0
    for rate, top in zip(law.rates, law.tops, strict=False):
        if income <= top:
            return so_far + rate.of(income - bottom)
        so_far, bottom = so_far + rate.of(top - bottom), top
    return so_far + law.rates[-1].of(income - bottom)


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
    return law.gain_middle_rate.of(max(0, top - r[income_at_usual_rates] - r[gains_at_zero]))


@line("gains.21", "Tax on gains at the top rate", source=f"{_WORKSHEET}, line 21")
def tax_on_top_gains(r: Worksheet) -> Money:
    law = r.law.income_tax
    return law.gain_top_rate.of(max(0, r[taxable_income] - max(law.gain_middle_top, r[income_at_usual_rates])))


@line("gains.22", "Tax at the usual rates", source=f"{_WORKSHEET}, line 22")
def tax_at_usual_rates(r: Worksheet) -> Money:
    return schedule_tax(r[income_at_usual_rates], r.law.income_tax)


@line("1040.16", "Tax", source="Form 1040, line 16")
def tax(r: Worksheet) -> Money:
    with_lower_rates = r[tax_at_usual_rates] + r[tax_on_middle_gains] + r[tax_on_top_gains]
    return min(with_lower_rates, schedule_tax(r[taxable_income], r.law.income_tax))
