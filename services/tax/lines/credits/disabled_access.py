"""Form 8826 and the limit of Form 3800: half of what a small business paid to be accessible, interpreters too. IRC 44.

What the credit gives can't be deducted too: the profit must be the higher by that amount (IRC 44(d)(7)).
"""

from services.tax.cells import Worksheet, fact, line
from services.tax.inputs import disabled_access_expenditures
from services.tax.lines.credits.child_credit import child_credit
from services.tax.lines.credits.dependent_care import care_credit
from services.tax.lines.credits.education import education_credit
from services.tax.lines.credits.elderly_credit import elderly_credit
from services.tax.lines.credits.savers_credit import savers_credit
from services.tax.lines.taxes.income_tax import tax
from services.tax.lines.taxes.minimum_tax import tax_before_credits, tentative_minimum_tax
from services.tax.money import Money

__all__ = ["access_credit_before_limit", "business_credit"]


@line("8826.5", "Costs that count", source="Form 8826, line 5")
def access_costs(r: Worksheet) -> Money:
    law = r.law.disabled_access
    return min(max(0, r[disabled_access_expenditures] - law.costs_above), law.most_costs)


@line("8826.8", "Disabled access credit before the limit", source="Form 8826, line 8")
def access_credit_before_limit(r: Worksheet) -> Money:
    return r.share(r.law.disabled_access.rate, r[access_costs])


@fact
def personal_credits(r: Worksheet) -> Money:
    """Form 3800, line 10c: the credits that come first."""
    return r[care_credit] + r[elderly_credit] + r[education_credit] + r[savers_credit] + r[child_credit]


@line("3800.11", "Net income tax", source="Form 3800, line 11")
def net_income_tax(r: Worksheet) -> Money:
    return r[tax_before_credits] - r[personal_credits]


@line("3800.15", "Tax that a business credit can't lower", source="Form 3800, line 15")
def tax_out_of_reach(r: Worksheet) -> Money:
    law, net_regular_tax = r.law.disabled_access, max(0, r[tax] - r[personal_credits])
    share = r.share(law.large_tax_rate, max(0, net_regular_tax - law.large_tax_above))
    return max(share, r[tentative_minimum_tax])


@line("schedule_3.6a", "General business credit", source="Schedule 3 (Form 1040), line 6a")
def business_credit(r: Worksheet) -> Money:
    return min(r[access_credit_before_limit], max(0, r[net_income_tax] - r[tax_out_of_reach]))
