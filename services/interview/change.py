"""What an answer changed: the difference of two computed returns, by the steps in which tax becomes a refund."""

from dataclasses import dataclass

from services.returns.explaining.income_to_tax import Part, income_to_tax
from services.tax import Computed

_MOST_REASONS = 2
_TAKEN_AWAY = {Part.TAX, Part.SELF_EMPLOYMENT_TAX, Part.MEDICARE_TAX, Part.INVESTMENT_TAX}


@dataclass(frozen=True, slots=True)
class Reason:
    """A step that became more or, below zero, less: cents of tax, of credits, or of what was paid."""

    part: Part
    more: int


@dataclass(frozen=True, slots=True)
class Change:
    """By how many cents the refund went up or, below zero, down, and the largest reasons."""

    up: int
    reasons: tuple[Reason, ...]


def change_between(before: Computed, after: Computed) -> Change:
    """Compare two results of one person."""
    then, now = _steps(before), _steps(after)
    moved = {part: now.get(part, 0) - then.get(part, 0) for part in then | now}
    largest = sorted((part for part in moved if moved[part]), key=lambda part: -abs(moved[part]))
    reasons = tuple(Reason(part, -moved[part] if part in _TAKEN_AWAY else moved[part]) for part in largest)
    return Change(after.outcome - before.outcome, reasons[:_MOST_REASONS])


def _steps(computed: Computed) -> dict[Part, int]:
    return {step.part: step.amount for step in income_to_tax(computed).settled if step.part is not Part.RESULT}
