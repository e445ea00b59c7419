"""The few steps by which income becomes tax, and tax a refund: what a picture shows of a computed return.

Every amount is one of the engine's own lines, or the difference of two, so the steps add up to those lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from services.tax import Computed, Money


class Part(StrEnum):
    """What a step is: codes of its words."""

    INCOME = "picture.income"
    BENEFITS_NOT_TAXED = "picture.benefits_not_taxed"
    ADJUSTMENTS = "picture.adjustments"
    DEDUCTIONS = "picture.deductions"
    LOSS_LEFT = "picture.loss_left"
    TAXED = "picture.taxed"
    PAID = "picture.paid"
    CREDITS_PAID_OUT = "picture.credits_paid_out"
    TAX = "picture.tax"
    CREDITS = "picture.credits"
    SELF_EMPLOYMENT_TAX = "picture.self_employment_tax"
    MEDICARE_TAX = "picture.medicare_tax"
    INVESTMENT_TAX = "picture.investment_tax"
    RESULT = "picture.result"


@dataclass(frozen=True, slots=True)
class Step:
    """Cents that are added, or below zero taken away. For a total: what all steps before it come to."""

    part: Part
    amount: Money
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class IncomeToTax:
    """`taxed` ends with the income that is taxed, `tax` is the tax on it before credits, in cents.

    `settled` begins with what was paid already and ends with what comes back; below zero it is owed.
    """

    taxed: tuple[Step, ...]
    tax: Money
    settled: tuple[Step, ...]


def income_to_tax(computed: Computed) -> IncomeToTax:
    """The steps of a return that has amounts. Steps of nothing are left out, except those that everybody looks for."""
    lines = computed.amounts
    return IncomeToTax(
        tuple(step for step in _taxed(lines) if step.amount or step.part in _ALWAYS),
        lines["1040.18"],
        tuple(step for step in _settled(lines) if step.amount or step.part in _ALWAYS),
    )


_ALWAYS = {Part.INCOME, Part.TAXED, Part.PAID, Part.TAX, Part.RESULT}


def _taxed(lines: dict[str, Money]) -> Iterator[Step]:
    """Form 1040, lines 1 to 15. Social Security that is not taxed is income too, although the form leaves it out."""
    benefits_not_taxed = lines["1040.6a"] - lines["1040.6b"]
    income = lines["1040.11a"]
    yield Step(Part.INCOME, lines["1040.9"] + benefits_not_taxed)
    yield Step(Part.BENEFITS_NOT_TAXED, -benefits_not_taxed)
    yield Step(Part.ADJUSTMENTS, -lines["1040.10"])
    yield Step(Part.DEDUCTIONS, -min(lines["1040.14"], max(0, income)))
    yield Step(Part.LOSS_LEFT, max(0, -income))
    yield Step(Part.TAXED, lines["1040.15"], is_total=True)


def _settled(lines: dict[str, Money]) -> Iterator[Step]:
    """Form 1040, lines 18 to 37. Line 23, other taxes, by what they are on Schedule 2."""
    yield Step(Part.PAID, lines["1040.33"] - lines["1040.32"])
    yield Step(Part.CREDITS_PAID_OUT, lines["1040.32"])
    yield Step(Part.TAX, -lines["1040.18"])
    yield Step(Part.CREDITS, lines["1040.18"] - lines["1040.22"])
    yield Step(Part.SELF_EMPLOYMENT_TAX, -lines["schedule_2.4"])
    yield Step(Part.MEDICARE_TAX, -lines["schedule_2.11"])
    yield Step(Part.INVESTMENT_TAX, -lines["schedule_2.12"])
    yield Step(Part.RESULT, lines["1040.34"] - lines["1040.37"], is_total=True)
