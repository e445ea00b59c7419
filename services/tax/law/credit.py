"""The figures of one year's law about credits, as they apply to one filing status.

Names follow the tables of the TOML files.
"""

from dataclasses import dataclass

from services.tax.money import Money, Rate


@dataclass(frozen=True, slots=True)
class DependentCare:
    """IRC 21. Rates are whole percent, because they fall by one point a step."""

    child_age_below: int
    limit_one: Money
    limit_two_or_more: Money
    top_percent: int
    first_start: Money
    first_step: Money
    first_floor_percent: int
    second_start: Money
    second_step: Money
    second_floor_percent: int


@dataclass(frozen=True, slots=True)
class ElderlyCredit:
    """IRC 22."""

    age: int
    amount_one: Money
    amount_both: Money
    income_start: Money
    income_share: Rate
    rate: Rate


@dataclass(frozen=True, slots=True)
class ChildCredit:
    """IRC 24."""

    child_age_below: int
    each_child: Money
    each_other: Money
    phase_out_start: Money
    phase_out_step: Money
    phase_out_each_step: Money
    refundable_each: Money
    earned_start: Money
    earned_rate: Rate
    many_children: int


@dataclass(frozen=True, slots=True)
class EarnedIncomeCredit:
    """IRC 32. Tuples go by the number of children: none, one, two, three or more."""

    maximum: tuple[Money, ...]
    phase_in_rate: tuple[Rate, ...]
    phase_out_rate: tuple[Rate, ...]
    phase_out_start: tuple[Money, ...]
    investment_income_limit: Money
    child_age_below: int
    student_age_below: int
    least_age_without_child: int
    age_below_without_child: int
    separate_filer_needs_child: bool


@dataclass(frozen=True, slots=True)
class DisabledAccess:
    """IRC 38(c) and 44. A share of the tax above `large_tax_above` is out of the credit's reach."""

    costs_above: Money
    most_costs: Money
    rate: Rate
    large_tax_above: Money
    large_tax_rate: Rate


@dataclass(frozen=True, slots=True)
class Education:
    """IRC 25A."""

    full_part: Money
    partial_part: Money
    partial_rate: Rate
    refundable_share: Rate
    lifetime_limit: Money
    lifetime_rate: Rate
    phase_out_start: Money
    phase_out_range: Money
    refund_doubtful_below_age: int
    refund_refused_below_age: int


@dataclass(frozen=True, slots=True)
class SaversCredit:
    """IRC 25B. `rates` go with `tops`: the first top that adjusted gross income does not pass gives the rate."""

    contribution_limit: Money
    rates: tuple[Rate, ...]
    tops: tuple[Money, ...]
    least_age: int
