"""Schedule R: the credit for the elderly or the disabled. IRC 22, Publication 524.

Under 65 it is only for those who retired on permanent and total disability and have taxable disability income.
"""

from services.tax.cells import Worksheet, fact, line
from services.tax.inputs import (
    spouse_age,
    spouse_disability_income,
    spouse_disability_retired,
    taxpayer_age,
    taxpayer_disability_income,
    taxpayer_disability_retired,
)
from services.tax.lines.credits.dependent_care import care_credit
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.income.social_security import benefits, lived_with_spouse, taxable_benefits
from services.tax.lines.people import joint, seniors
from services.tax.lines.taxes.minimum_tax import tax_before_credits
from services.tax.money import Money

__all__ = ["disability_income_under_65", "elderly_credit"]

_FORM = "Schedule R (Form 1040)"


@fact
def disability_income_under_65(r: Worksheet) -> tuple[Money, ...]:
    """The taxable disability income of each filer under 65 who retired on permanent and total disability."""
    filers = [(taxpayer_age, taxpayer_disability_retired, taxpayer_disability_income)]
    if r[joint]:
        filers.append((spouse_age, spouse_disability_retired, spouse_disability_income))
    age = r.law.elderly_credit.age
    return tuple(r[income] for years, retired, income in filers if r[years] < age and r[retired] and r[income])


@line("schedule_r.12", "Amount to start from", source=f"{_FORM}, line 12")
def elderly_start(r: Worksheet) -> Money:
    law, disabled = r.law.elderly_credit, r[disability_income_under_65]
    people = r[seniors] + len(disabled)
    if not people or r[lived_with_spouse]:
        return 0
    start = law.amount_one if people == 1 else law.amount_both
    return min(start, sum(disabled) + r[seniors] * law.amount_one) if disabled else start


@line("schedule_r.13a", "Social security that is not taxed", source=f"{_FORM}, line 13a")
def untaxed_benefits(r: Worksheet) -> Money:
    return r[benefits] - r[taxable_benefits]


@line("schedule_r.17", "Half of the income above the limit", source=f"{_FORM}, line 17")
def half_of_excess_income(r: Worksheet) -> Money:
    law = r.law.elderly_credit
    return r.share(law.income_share, max(0, r[adjusted_gross_income] - law.income_start))


@line("schedule_r.20", "Credit before the limit", source=f"{_FORM}, line 20")
def elderly_credit_before_limit(r: Worksheet) -> Money:
    left = max(0, r[elderly_start] - r[untaxed_benefits] - r[half_of_excess_income])
    return r.share(r.law.elderly_credit.rate, left)


@line("schedule_3.6d", "Credit for the elderly or disabled", source="Schedule 3 (Form 1040), line 6d")
def elderly_credit(r: Worksheet) -> Money:
    return min(r[elderly_credit_before_limit], r[tax_before_credits] - r[care_credit])
