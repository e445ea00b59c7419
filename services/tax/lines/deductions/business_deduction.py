"""Form 1040, line 13a: the qualified business income deduction, for businesses without employees or property.

IRC 199A, Forms 8995 and 8995-A. Above the threshold the deduction fades to nothing over the phase-in range.
"""

from services.tax.cells import Worksheet, fact, line
from services.tax.lines.deductions.choice import income_before_business_deduction
from services.tax.lines.income.received import (
    business_income,
    gains_at_lower_rates,
    spouse_profit,
    taxpayer_profit,
)
from services.tax.lines.income.self_employment import spouse_half_tax, taxpayer_half_tax
from services.tax.money import Money

__all__ = ["business_deduction", "trade_matters"]


@fact
def taxpayer_qualified_income(r: Worksheet) -> Money:
    """Form 8995, line 1, column (c), of the business of the first filer."""
    return r[taxpayer_profit] - r[taxpayer_half_tax]


@fact
def spouse_qualified_income(r: Worksheet) -> Money:
    """The same for the spouse."""
    return r[spouse_profit] - r[spouse_half_tax]


@line("8995.4", "Qualified business income", source="Form 8995, line 4")
def qualified_business_income(r: Worksheet) -> Money:
    return max(0, r[taxpayer_qualified_income] + r[spouse_qualified_income])


@fact
def taxpayer_business_share(r: Worksheet) -> Money:
    """Form 8995-A, line 3, in the column of this business: before a high income lowers it."""
    return r.share(r.law.business_deduction.rate, r[taxpayer_qualified_income])


@fact
def spouse_business_share(r: Worksheet) -> Money:
    return r.share(r.law.business_deduction.rate, r[spouse_qualified_income])


@fact
def income_above_phase_in_start(r: Worksheet) -> Money:
    """Form 8995-A, line 22."""
    return max(0, r[income_before_business_deduction] - r.law.business_deduction.phase_in_start)


def _phase_in(share: Money, r: Worksheet) -> Money:
    range_ = r.law.business_deduction.phase_in_range
    return r.portion(share, min(r[income_above_phase_in_start], range_), range_)


@fact
def taxpayer_business_phase_in(r: Worksheet) -> Money:
    """Form 8995-A, line 25, in the column of this business: what a high income takes of the share."""
    return _phase_in(r[taxpayer_business_share], r)


@fact
def spouse_business_phase_in(r: Worksheet) -> Money:
    return _phase_in(r[spouse_business_share], r)


@fact
def shares_with_high_income(r: Worksheet) -> Money:
    """Form 8995-A, line 16: its columns together, each of which is rounded."""
    whole = r[taxpayer_business_share] + r[spouse_business_share]
    return whole - r[taxpayer_business_phase_in] - r[spouse_business_phase_in]


@line("8995.5", "Share of business income", source="Form 8995, line 5")
def share_of_business_income(r: Worksheet) -> Money:
    if r[income_above_phase_in_start]:
        return r[shares_with_high_income]
    return r.share(r.law.business_deduction.rate, r[qualified_business_income])


@fact
def income_without_gains(r: Worksheet) -> Money:
    """Form 8995, line 13."""
    return max(0, r[income_before_business_deduction] - r[gains_at_lower_rates])


@line("8995.14", "Limit by taxable income", source="Form 8995, line 14")
def business_deduction_limit(r: Worksheet) -> Money:
    return r.share(r.law.business_deduction.rate, r[income_without_gains])


@line("1040.13a", "Qualified business income deduction", source="Form 1040, line 13a")
def business_deduction(r: Worksheet) -> Money:
    law = r.law.business_deduction
    deduction = min(r[share_of_business_income], r[business_deduction_limit])
    return max(deduction, law.minimum) if r[qualified_business_income] >= law.minimum_from else deduction


@fact
def trade_matters(r: Worksheet) -> bool:
    """Whether income is above the threshold, where a specified service trade loses the deduction (IRC 199A(d)(3))."""
    return r[business_income] > 0 and r[income_above_phase_in_start] > 0
