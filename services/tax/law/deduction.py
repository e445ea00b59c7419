"""The figures of one year's law about deductions, as they apply to one filing status.

Names follow the tables of the TOML files.
"""

from dataclasses import dataclass

from services.tax.money import Money, Rate


@dataclass(frozen=True, slots=True)
class StandardDeduction:
    """IRC 63(c) and (f)."""

    amount: Money
    extra_each: Money
    senior_age: int
    dependent_minimum: Money
    dependent_earned_add_on: Money


@dataclass(frozen=True, slots=True)
class Adjustments:
    """IRC 62 and 221."""

    educator_limit: Money
    student_loan_limit: Money
    student_loan_phase_out_start: Money
    student_loan_phase_out_range: Money


@dataclass(frozen=True, slots=True)
class Itemized:
    """IRC 68, 164, 170 and 213."""

    medical_floor: Rate
    salt_cap: Money
    salt_phase_down_start: Money
    salt_phase_down_rate: Rate
    salt_floor: Money
    charity_floor: Rate
    charity_cash_share: Rate
    charity_noncash_share: Rate
    charity_without_itemizing: Money
    top_bracket_reduction: Rate


@dataclass(frozen=True, slots=True)
class AdditionalDeductions:
    """IRC 151(d)(5), 163(h)(4), 224 and 225: Schedule 1-A. `work` is for tips and overtime."""

    senior_each: Money
    senior_phase_out_start: Money
    senior_phase_out_rate: Rate
    tips_limit: Money
    overtime_limit: Money
    work_phase_out_start: Money
    car_limit: Money
    car_phase_out_start: Money
    phase_out_step: Money
    work_phase_out_each_step: Money
    car_phase_out_each_step: Money


@dataclass(frozen=True, slots=True)
class BusinessDeduction:
    """IRC 199A."""

    rate: Rate
    phase_in_start: Money
    phase_in_range: Money
    minimum: Money
    minimum_from: Money
