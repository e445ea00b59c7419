"""Schedule SE: social security and Medicare tax on the profit of one's own business. IRC 1401, 1402."""

from services.tax.cells import Worksheet, fact, line
from services.tax.lines.income.received import spouse_profit, taxpayer_profit
from services.tax.lines.income.taxed_pay import spouse_social_security_wages, taxpayer_social_security_wages
from services.tax.money import Money

__all__ = ["half_self_employment_tax", "net_earnings", "self_employment_tax", "spouse_half_tax", "taxpayer_half_tax"]

_FORM = "Schedule SE (Form 1040)"


def _net_earnings(profit: Money, r: Worksheet) -> Money:
    law = r.law.self_employment
    earnings = r.share(law.net_earnings_share, max(0, profit))
    return earnings if earnings >= law.least_net_earnings else 0


def _below_wage_base(earnings: Money, wages: Money, r: Worksheet) -> Money:
    """Schedule SE, the smaller of lines 6 and 9. Wages use up the social security wage base first."""
    return min(earnings, max(0, r.law.payroll_tax.wage_base - wages))


@line("schedule_se.6.taxpayer", "Net earnings of the first filer", source=f"{_FORM}, line 6")
def taxpayer_net_earnings(r: Worksheet) -> Money:
    return _net_earnings(r[taxpayer_profit], r)


@line("schedule_se.6.spouse", "Net earnings of the spouse", source=f"{_FORM}, line 6")
def spouse_net_earnings(r: Worksheet) -> Money:
    return _net_earnings(r[spouse_profit], r)


@line("schedule_se.8a.taxpayer", "Social security wages of the first filer", source=f"{_FORM}, line 8a")
def taxpayer_pay_first(r: Worksheet) -> Money:
    """Asked only of who has net earnings."""
    return r[taxpayer_social_security_wages] if r[taxpayer_net_earnings] else 0


@line("schedule_se.8a.spouse", "Social security wages of the spouse", source=f"{_FORM}, line 8a")
def spouse_pay_first(r: Worksheet) -> Money:
    return r[spouse_social_security_wages] if r[spouse_net_earnings] else 0


@fact
def taxpayer_below_wage_base(r: Worksheet) -> Money:
    return _below_wage_base(r[taxpayer_net_earnings], r[taxpayer_pay_first], r)


@fact
def spouse_below_wage_base(r: Worksheet) -> Money:
    return _below_wage_base(r[spouse_net_earnings], r[spouse_pay_first], r)


@fact
def taxpayer_social_security_part(r: Worksheet) -> Money:
    """Schedule SE, line 10."""
    return r.share(r.law.self_employment.social_security_rate, r[taxpayer_below_wage_base])


@fact
def spouse_social_security_part(r: Worksheet) -> Money:
    return r.share(r.law.self_employment.social_security_rate, r[spouse_below_wage_base])


@fact
def taxpayer_medicare_part(r: Worksheet) -> Money:
    """Schedule SE, line 11."""
    return r.share(r.law.self_employment.medicare_rate, r[taxpayer_net_earnings])


@fact
def spouse_medicare_part(r: Worksheet) -> Money:
    return r.share(r.law.self_employment.medicare_rate, r[spouse_net_earnings])


@line("schedule_se.12.taxpayer", "Self-employment tax of the first filer", source=f"{_FORM}, line 12")
def taxpayer_self_employment_tax(r: Worksheet) -> Money:
    return r[taxpayer_social_security_part] + r[taxpayer_medicare_part]


@line("schedule_se.12.spouse", "Self-employment tax of the spouse", source=f"{_FORM}, line 12")
def spouse_self_employment_tax(r: Worksheet) -> Money:
    return r[spouse_social_security_part] + r[spouse_medicare_part]


@line("schedule_se.6", "Net earnings from self-employment", source=f"{_FORM}, line 6")
def net_earnings(r: Worksheet) -> Money:
    return r[taxpayer_net_earnings] + r[spouse_net_earnings]


@line("schedule_2.4", "Self-employment tax", source="Schedule 2 (Form 1040), line 4")
def self_employment_tax(r: Worksheet) -> Money:
    return r[taxpayer_self_employment_tax] + r[spouse_self_employment_tax]


@line("schedule_se.13.taxpayer", "Deductible part of the tax of the first filer", source=f"{_FORM}, line 13")
def taxpayer_half_tax(r: Worksheet) -> Money:
    return r.share(r.law.self_employment.deductible_share, r[taxpayer_self_employment_tax])


@line("schedule_se.13.spouse", "Deductible part of the tax of the spouse", source=f"{_FORM}, line 13")
def spouse_half_tax(r: Worksheet) -> Money:
    return r.share(r.law.self_employment.deductible_share, r[spouse_self_employment_tax])


@line("schedule_1.15", "Deductible part of self-employment tax", source="Schedule 1 (Form 1040), line 15")
def half_self_employment_tax(r: Worksheet) -> Money:
    return r[taxpayer_half_tax] + r[spouse_half_tax]
