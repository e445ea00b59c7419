"""Form 8863: the American opportunity credit and the lifetime learning credit. IRC 25A."""

from services.tax.cells import Worksheet, fact, line
from services.tax.inputs import american_opportunity_expenses, lifetime_learning_expenses
from services.tax.lines.credits.dependent_care import care_credit
from services.tax.lines.credits.elderly_credit import elderly_credit
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.people import can_be_claimed, separate
from services.tax.lines.taxes.minimum_tax import tax_before_credits
from services.tax.money import Money, Rate

__all__ = ["education_credit", "refundable_opportunity_credit"]


def _after_phase_out(r: Worksheet, credit: Money) -> Money:
    """The part of the credit that is left is a decimal of three places (Form 8863, lines 6 and 17)."""
    law = r.law.education
    if r[separate] or r[can_be_claimed]:
        return 0
    left = max(0, law.phase_out_range - max(0, r[adjusted_gross_income] - law.phase_out_start))
    return r.share(Rate.to_three_places(left, law.phase_out_range), credit)


def _for_one_student(costs: Money, r: Worksheet) -> Money:
    law = r.law.education
    full = min(costs, law.full_part)
    return r.entered(full + r.share(law.partial_rate, min(costs - full, law.partial_part)))


@fact
def opportunity_credit_before_phase_out(r: Worksheet) -> Money:
    """Form 8863, line 1: of all students."""
    return sum(_for_one_student(costs, r) for costs in r[american_opportunity_expenses])


@line("8863.7", "American opportunity credit, all of it", source="Form 8863, line 7")
def opportunity_credit(r: Worksheet) -> Money:
    return _after_phase_out(r, r[opportunity_credit_before_phase_out])


@line("1040.29", "American opportunity credit from Form 8863, line 8", source="Form 1040, line 29")
def refundable_opportunity_credit(r: Worksheet) -> Money:
    return r.share(r.law.education.refundable_share, r[opportunity_credit])


@fact
def lifetime_credit_before_phase_out(r: Worksheet) -> Money:
    """Form 8863, line 12."""
    law = r.law.education
    return r.share(law.lifetime_rate, min(r[lifetime_learning_expenses], law.lifetime_limit))


@line("8863.18", "Lifetime learning credit", source="Form 8863, line 18")
def lifetime_credit(r: Worksheet) -> Money:
    return _after_phase_out(r, r[lifetime_credit_before_phase_out])


@line("schedule_3.3", "Education credits from Form 8863, line 19", source="Schedule 3 (Form 1040), line 3")
def education_credit(r: Worksheet) -> Money:
    credit = r[opportunity_credit] - r[refundable_opportunity_credit] + r[lifetime_credit]
    return min(credit, r[tax_before_credits] - r[care_credit] - r[elderly_credit])
