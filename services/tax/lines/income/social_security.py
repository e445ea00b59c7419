"""Form 1040, lines 6a and 6b: how much of social security (SSDI too) is taxed. IRC 86, Publication 915, worksheet 1."""

from services.tax.cells import Worksheet, fact, line
from services.tax.inputs import lived_apart_all_year, social_security_benefits
from services.tax.lines.income.adjustments import adjustments_before_student_loan
from services.tax.lines.income.received import exempt_interest, income_before_social_security
from services.tax.lines.people import separate
from services.tax.money import Money

__all__ = ["benefits", "lived_with_spouse", "taxable_benefits"]

_WORKSHEET = "Social Security Benefits Worksheet (Form 1040)"


@fact
def lived_with_spouse(r: Worksheet) -> bool:
    """Married, filing separately, and lived with the spouse at any time in the year."""
    return r[separate] and not r[lived_apart_all_year]


@line("1040.6a", "Social security benefits", source="Form 1040, line 6a")
def benefits(r: Worksheet) -> Money:
    return r[social_security_benefits]


@line("benefits.7", "Combined income", source=f"{_WORKSHEET}, line 7")
def combined_income(r: Worksheet) -> Money:
    half = r.share(r.law.social_security.lower_share, r[benefits])
    return max(0, half + r[income_before_social_security] + r[exempt_interest] - r[adjustments_before_student_loan])


@line("benefits.8", "Combined income that leaves benefits untaxed", source=f"{_WORKSHEET}, line 8")
def untaxed_up_to(r: Worksheet) -> Money:
    return 0 if r[lived_with_spouse] else r.law.social_security.base


@line("benefits.14", "First part of taxable benefits", source=f"{_WORKSHEET}, line 14")
def taxed_by_half(r: Worksheet) -> Money:
    law = r.law.social_security
    if r[lived_with_spouse]:
        return 0
    within_band = min(max(0, r[combined_income] - r[untaxed_up_to]), law.second_band)
    return min(r.share(law.lower_share, within_band), r.share(law.lower_share, r[benefits]))


@line("benefits.15", "Second part of taxable benefits", source=f"{_WORKSHEET}, line 15")
def taxed_by_most(r: Worksheet) -> Money:
    law = r.law.social_security
    band = 0 if r[lived_with_spouse] else law.second_band
    return r.share(law.upper_share, max(0, r[combined_income] - r[untaxed_up_to] - band))


@line("1040.6b", "Social security benefits, taxable amount", source="Form 1040, line 6b")
def taxable_benefits(r: Worksheet) -> Money:
    most = r.share(r.law.social_security.upper_share, r[benefits])
    return min(r[taxed_by_half] + r[taxed_by_most], most)
