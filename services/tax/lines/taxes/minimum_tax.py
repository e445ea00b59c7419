"""Form 6251: the alternative minimum tax, with the lower rates for gains (part III)."""

from services.tax.cells import Worksheet, fact, line
from services.tax.law.tax import MinimumTax
from services.tax.lines.deductions.choice import itemizes, standard_deduction
from services.tax.lines.deductions.schedule_1a import senior_deduction
from services.tax.lines.deductions.schedule_a import state_taxes
from services.tax.lines.deductions.taxable_income import all_deductions
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.income.received import gains_at_lower_rates
from services.tax.lines.people import separate
from services.tax.lines.taxes.income_tax import income_at_usual_rates, tax
from services.tax.money import Money

__all__ = ["minimum_tax", "tax_before_credits", "tentative_minimum_tax"]


def two_rate_tax(income: Money, law: MinimumTax) -> Money:
    """The tax of IRC 55(b)(1) before the lower rates for gains."""
    above = max(0, income - law.lower_rate_top)
    return law.lower_rate.of(income - above) + law.upper_rate.of(above)


@line("6251.4", "Alternative minimum taxable income", source="Form 6251, line 4")
def minimum_taxable_income(r: Worksheet) -> Money:
    added_back = r[senior_deduction] + (r[state_taxes] if r[itemizes] else r[standard_deduction])
    income = r[adjusted_gross_income] - r[all_deductions] + added_back
    return income + _more_on_a_separate_return(income, r)


def _more_on_a_separate_return(income: Money, r: Worksheet) -> Money:
    """Once the exemption is used up, what a joint return would still lose is added (IRC 55(d)(2))."""
    law = r.law.minimum_tax
    if not r[separate]:
        return 0
    rate = law.exemption_phase_out_rate
    used_up_at = law.exemption_phase_out_start + r.portion(law.exemption, rate.denominator, rate.numerator)
    return min(law.exemption, r.share(rate, max(0, income - used_up_at)))


@line("6251.5", "Exemption", source="Form 6251, line 5")
def minimum_tax_exemption(r: Worksheet) -> Money:
    law = r.law.minimum_tax
    over = max(0, r[minimum_taxable_income] - law.exemption_phase_out_start)
    return max(0, law.exemption - r.share(law.exemption_phase_out_rate, over))


@line("6251.6", "Income above the exemption", source="Form 6251, line 6")
def income_above_exemption(r: Worksheet) -> Money:
    return max(0, r[minimum_taxable_income] - r[minimum_tax_exemption])


@fact
def minimum_tax_on_gains(r: Worksheet) -> Money:
    """Form 6251, lines 18 to 34: gains keep the rates that they have in the regular tax."""
    law, usual = r.law.income_tax, r[income_at_usual_rates]
    gains = min(r[income_above_exemption], r[gains_at_lower_rates])
    at_zero = min(gains, max(0, law.gain_zero_top - usual))
    at_middle = min(gains - at_zero, max(0, law.gain_middle_top - usual - at_zero))
    at_top = gains - at_zero - at_middle
    return r.share(law.gain_middle_rate, at_middle) + r.share(law.gain_top_rate, at_top)


@line("6251.9", "Tentative minimum tax", source="Form 6251, line 9")
def tentative_minimum_tax(r: Worksheet) -> Money:
    income = r[income_above_exemption]
    without_gains = income - min(income, r[gains_at_lower_rates])
    law = r.law.minimum_tax
    return min(two_rate_tax(income, law), r.entered(two_rate_tax(without_gains, law)) + r[minimum_tax_on_gains])


@line("schedule_2.2", "Alternative minimum tax", source="Schedule 2 (Form 1040), line 2")
def minimum_tax(r: Worksheet) -> Money:
    return max(0, r[tentative_minimum_tax] - r[tax])


@line("1040.18", "Tax before credits", source="Form 1040, line 18")
def tax_before_credits(r: Worksheet) -> Money:
    return r[tax] + r[minimum_tax]
