"""The figures of one year's law about taxes, as they apply to one filing status.

Names follow the tables of the TOML files.
"""

from dataclasses import dataclass

from services.tax.money import Money, Rate


@dataclass(frozen=True, slots=True)
class IncomeTax:
    """IRC 1(h), 1(j) and 1211(b). `tops` are the upper ends of all rates but the last."""

    rates: tuple[Rate, ...]
    tops: tuple[Money, ...]
    gain_zero_top: Money
    gain_middle_top: Money
    gain_middle_rate: Rate
    gain_top_rate: Rate
    capital_loss_limit: Money


@dataclass(frozen=True, slots=True)
class Tables:
    """How the IRS cuts its tables into rows. All but the first few are `small_row` or `row` wide."""

    tax_table_below: Money
    first_rows_to: tuple[Money, ...]
    small_row: Money
    small_rows_below: Money
    row: Money


@dataclass(frozen=True, slots=True)
class MinimumTax:
    """IRC 55."""

    exemption: Money
    exemption_phase_out_start: Money
    exemption_phase_out_rate: Rate
    lower_rate: Rate
    lower_rate_top: Money
    upper_rate: Rate


@dataclass(frozen=True, slots=True)
class SocialSecurity:
    """IRC 86: how much of the benefits is taxed."""

    base: Money
    second_band: Money
    lower_share: Rate
    upper_share: Rate


@dataclass(frozen=True, slots=True)
class PayrollTax:
    """IRC 1411, 3101 and 3121: taxes on pay, and on investment income."""

    wage_base: Money
    social_security_rate: Rate
    medicare_rate: Rate
    additional_medicare_start: Money
    additional_medicare_rate: Rate
    investment_start: Money
    investment_rate: Rate


@dataclass(frozen=True, slots=True)
class SelfEmployment:
    """IRC 164(f), 1401 and 1402."""

    net_earnings_share: Rate
    least_net_earnings: Money
    social_security_rate: Rate
    medicare_rate: Rate
    deductible_share: Rate


@dataclass(frozen=True, slots=True)
class UnearnedIncomeOfChildren:
    """IRC 1(g), Form 8615: when the tax of the parents may matter."""

    child_age_below: int
    dependent_age_below: int
    start: Money


@dataclass(frozen=True, slots=True)
class Forms:
    """Which forms have to come with Form 1040, where an amount decides it."""

    schedule_b_above: Money
