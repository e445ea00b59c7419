"""Schedule 2, part II: additional Medicare tax (Form 8959) and net investment income tax (Form 8960)."""

from services.tax.cells import Worksheet, line
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.income.received import capital_gain, dividends, interest
from services.tax.lines.income.self_employment import net_earnings
from services.tax.lines.income.taxed_pay import medicare_wages
from services.tax.money import Money

__all__ = ["additional_medicare_tax", "net_investment_income_tax"]


@line("schedule_2.11", "Additional Medicare Tax", source="Schedule 2 (Form 1040), line 11")
def additional_medicare_tax(r: Worksheet) -> Money:
    """Wages use up the threshold first, then self-employment (Form 8959, parts I and II)."""
    law = r.law.payroll_tax
    on_wages = max(0, r[medicare_wages] - law.additional_medicare_start)
    left = max(0, law.additional_medicare_start - r[medicare_wages])
    on_earnings, rate = max(0, r[net_earnings] - left), law.additional_medicare_rate
    return r.share(rate, on_wages) + r.share(rate, on_earnings)


@line("8960.12", "Net investment income", source="Form 8960, line 12")
def net_investment_income(r: Worksheet) -> Money:
    return max(0, r[interest] + r[dividends] + r[capital_gain])


@line("8960.15", "Income above the investment tax threshold", source="Form 8960, line 15")
def income_above_investment_start(r: Worksheet) -> Money:
    return max(0, r[adjusted_gross_income] - r.law.payroll_tax.investment_start)


@line("schedule_2.12", "Net investment income tax", source="Schedule 2 (Form 1040), line 12")
def net_investment_income_tax(r: Worksheet) -> Money:
    return r.share(r.law.payroll_tax.investment_rate, min(r[net_investment_income], r[income_above_investment_start]))
