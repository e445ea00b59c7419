"""Form 8880: the saver's credit for putting money into a retirement plan or an ABLE account. IRC 25B."""

from services.tax.cells import Worksheet, fact, line
from services.tax.inputs import (
    full_time_student,
    retirement_contributions_spouse,
    retirement_contributions_taxpayer,
    spouse_age,
    spouse_can_be_claimed,
    taxpayer_age,
    taxpayer_can_be_claimed,
)
from services.tax.lines.credits.dependent_care import care_credit
from services.tax.lines.credits.education import education_credit
from services.tax.lines.credits.elderly_credit import elderly_credit
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.taxes.minimum_tax import tax_before_credits
from services.tax.money import Money

__all__ = ["savers_credit"]


@line("8880.7", "Savings that count", source="Form 8880, line 7")
def savings_that_count(r: Worksheet) -> Money:
    law = r.law.savers_credit
    filers = (
        (retirement_contributions_taxpayer, taxpayer_age, r[taxpayer_can_be_claimed] or r[full_time_student]),
        (retirement_contributions_spouse, spouse_age, r[spouse_can_be_claimed]),
    )
    return sum(
        r.entered(min(r[saved], law.contribution_limit))
        for saved, age, is_left_out in filers
        if r[age] >= law.least_age and not is_left_out
    )


@fact
def step_of_savings(r: Worksheet) -> int:
    """Form 8880, line 9: how many of the income steps lie below the adjusted gross income."""
    return sum(r[adjusted_gross_income] > top for top in r.law.savers_credit.tops)


@line("8880.10", "Share of savings", source="Form 8880, line 10")
def share_of_savings(r: Worksheet) -> Money:
    rates, step = r.law.savers_credit.rates, r[step_of_savings]
    return r.share(rates[step], r[savings_that_count]) if step < len(rates) else 0


@line("schedule_3.4", "Retirement savings contributions credit", source="Schedule 3 (Form 1040), line 4")
def savers_credit(r: Worksheet) -> Money:
    return min(r[share_of_savings], r[tax_before_credits] - r[care_credit] - r[elderly_credit] - r[education_credit])
