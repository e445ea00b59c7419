"""Two boxes that should agree: a part that is more than its whole, and a point that is missing in one of them."""

from collections.abc import Iterator
from decimal import Decimal

ROUNDING = Decimal(2)
"""Dollars by which rounding in each pay slip can add up."""
_HUNDREDFOLD = (95, 105)
Looks = Iterator[tuple[str, str]]
"""Boxes, each with the code of a question about it."""


def part_of(box: str, part: Decimal | None, whole: Decimal | None, code: str) -> Looks:
    """A box that is a part of another one, and can't be more."""
    if part is None or whole is None or part <= whole:
        return
    yield box, "second_look.point" if is_hundredfold(part, whole) else code


def differ(one: Decimal, other: Decimal) -> bool:
    """Whether they differ by more than rounding."""
    return abs(one - other) > ROUNDING


def is_hundredfold(amount: Decimal, other: Decimal) -> bool:
    """Whether an amount is another one without its point."""
    return bool(other) and _HUNDREDFOLD[0] <= amount / other <= _HUNDREDFOLD[1]
