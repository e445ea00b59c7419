"""Money in whole cents, rates as exact fractions. No float ever touches an amount."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

Money = Annotated[int, "cents"]
"""An amount in cents. A plain integer, so that sums are exact and fast."""

CENTS_A_DOLLAR = 100
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Rate:
    """A share such as 7.65% or 2/37, kept as a fraction so that nothing is lost."""

    numerator: int
    denominator: int

    @classmethod
    def parse(cls, text: str) -> "Rate":
        """Read "7.65%" or "2/37"."""
        if text.endswith("%"):
            numerator, denominator = (Decimal(text[:-1]) / 100).as_integer_ratio()
            return cls(numerator, denominator)
        over, under = text.split("/")
        return cls(int(over), int(under))

    @classmethod
    def percent(cls, points: int) -> "Rate":
        """So many hundredths."""
        return cls(points, 100)

    @classmethod
    def to_three_places(cls, part: Money, whole: Money) -> "Rate":
        """`part` / `whole` as a decimal of three places, as several forms ask."""
        return cls(portion(_THOUSAND, part, whole), _THOUSAND)

    def __add__(self, other: "Rate") -> "Rate":
        over = self.numerator * other.denominator + other.numerator * self.denominator
        return Rate(over, self.denominator * other.denominator)

    def of(self, amount: Money, to: Money = 1) -> Money:
        """This share of an amount, to the nearest cent, or to the nearest `to` cents. Half of one goes up."""
        if not amount:  # most shares of most returns
            return 0
        whole = self.denominator * to
        return (2 * amount * self.numerator + whole) // (2 * whole) * to


def portion(amount: Money, part: Money, whole: Money, to: Money = 1) -> Money:
    """`amount` × `part` / `whole`, to the nearest cent, or to the nearest `to` cents."""
    whole *= to
    return (2 * amount * part + whole) // (2 * whole) * to


def started(amount: Money, step: Money) -> int:
    """How many steps an amount fills when one that is only begun counts in full ("or part of")."""
    return -(-amount // step)


def whole_dollars(amount: Money) -> Money:
    """Rounded as Form 1040 allows: under 50 cents down, 50 cents and more up; a loss likewise."""
    if not amount % CENTS_A_DOLLAR:  # most are: what is typed are dollars
        return amount
    size = (abs(amount) + CENTS_A_DOLLAR // 2) // CENTS_A_DOLLAR * CENTS_A_DOLLAR
    return size if amount >= 0 else -size


def dollars(amount: Money) -> str:
    """Dollars and cents as plain text: 123456 is "1234.56"."""
    whole, cents = divmod(abs(amount), CENTS_A_DOLLAR)
    return f"{'-' if amount < 0 else ''}{whole}.{cents:02d}"
