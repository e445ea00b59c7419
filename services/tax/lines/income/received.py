"""Form 1040, lines 1 to 5, 7 and 8: what came in, except social security."""

from services.tax.cells import Worksheet, line
from services.tax.inputs import (
    long_term_capital_gain,
    ordinary_dividends,
    qualified_dividends,
    short_term_capital_gain,
    spouse_business_profit,
    spouse_wages,
    tax_exempt_interest,
    taxable_interest,
    taxable_ira_distributions,
    taxable_pensions,
    taxpayer_business_profit,
    taxpayer_wages,
    unemployment_compensation,
)
from services.tax.money import Money

__all__ = [
    "business_income",
    "capital_gain",
    "dividends",
    "exempt_interest",
    "gains_at_lower_rates",
    "income_before_social_security",
    "interest",
    "spouse_profit",
    "taxpayer_profit",
    "wages",
]


@line("1040.1z", "Total amount from Form(s) W-2, box 1, and other earned income", source="Form 1040, line 1z")
def wages(r: Worksheet) -> Money:
    return r[taxpayer_wages] + r[spouse_wages]


@line("1040.2a", "Tax-exempt interest", source="Form 1040, line 2a")
def exempt_interest(r: Worksheet) -> Money:
    return r[tax_exempt_interest]


@line("schedule_b.4", "Total interest", source="Schedule B (Form 1040), line 4")
def all_interest(r: Worksheet) -> Money:
    return r[taxable_interest]


@line("1040.2b", "Taxable interest", source="Form 1040, line 2b")
def interest(r: Worksheet) -> Money:
    return r[all_interest]


@line("1040.3a", "Qualified dividends", source="Form 1040, line 3a")
def dividends_taxed_like_gains(r: Worksheet) -> Money:
    return r[qualified_dividends]


@line("schedule_b.6", "Total ordinary dividends", source="Schedule B (Form 1040), line 6")
def all_dividends(r: Worksheet) -> Money:
    return r[ordinary_dividends]


@line("1040.3b", "Ordinary dividends", source="Form 1040, line 3b")
def dividends(r: Worksheet) -> Money:
    return r[all_dividends]


@line("1040.4b", "IRA distributions, taxable amount", source="Form 1040, line 4b")
def ira_distributions(r: Worksheet) -> Money:
    return r[taxable_ira_distributions]


@line("1040.5b", "Pensions and annuities, taxable amount", source="Form 1040, line 5b")
def pensions(r: Worksheet) -> Money:
    return r[taxable_pensions]


@line("schedule_d.7", "Net short-term capital gain or (loss)", source="Schedule D (Form 1040), line 7")
def short_term_gain(r: Worksheet) -> Money:
    return r[short_term_capital_gain]


@line("schedule_d.15", "Net long-term capital gain or (loss)", source="Schedule D (Form 1040), line 15")
def long_term_gain(r: Worksheet) -> Money:
    return r[long_term_capital_gain]


@line("schedule_d.16", "Short-term and long-term together", source="Schedule D (Form 1040), line 16")
def all_gains(r: Worksheet) -> Money:
    return r[short_term_gain] + r[long_term_gain]


@line("1040.7a", "Capital gain or (loss)", source="Form 1040, line 7a")
def capital_gain(r: Worksheet) -> Money:
    return max(r[all_gains], -r.law.income_tax.capital_loss_limit)


@line(
    "gains.4",
    "Long-term gains and qualified dividends",
    source="Qualified Dividends and Capital Gain Tax Worksheet (Form 1040), line 4",
)
def gains_at_lower_rates(r: Worksheet) -> Money:
    return r[dividends_taxed_like_gains] + max(0, min(r[long_term_gain], r[all_gains]))


@line("schedule_1.7", "Unemployment compensation", source="Schedule 1 (Form 1040), line 7")
def unemployment(r: Worksheet) -> Money:
    return r[unemployment_compensation]


@line("schedule_c.31.taxpayer", "Net profit of the first filer", source="Schedule C (Form 1040), line 31")
def taxpayer_profit(r: Worksheet) -> Money:
    """A form of its own, rounded before anything is added."""
    return r[taxpayer_business_profit]


@line("schedule_c.31.spouse", "Net profit of the spouse", source="Schedule C (Form 1040), line 31")
def spouse_profit(r: Worksheet) -> Money:
    return r[spouse_business_profit]


@line("schedule_1.3", "Business income", source="Schedule 1 (Form 1040), line 3")
def business_income(r: Worksheet) -> Money:
    return r[taxpayer_profit] + r[spouse_profit]


@line("1040.8", "Additional income from Schedule 1, line 10", source="Form 1040, line 8")
def additional_income(r: Worksheet) -> Money:
    return r[business_income] + r[unemployment]


@line("benefits.3", "Income before social security", source="Social Security Benefits Worksheet (Form 1040), line 3")
def income_before_social_security(r: Worksheet) -> Money:
    return (
        r[wages]
        + r[interest]
        + r[dividends]
        + r[ira_distributions]
        + r[pensions]
        + r[capital_gain]
        + r[additional_income]
    )
