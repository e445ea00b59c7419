"""How the tax on an income was found: the row of the Tax Table where one is used, and each rate with its part."""

from dataclasses import dataclass

from services.tax.law import Law
from services.tax.method import Method
from services.tax.money import Money, Rate, whole_dollars
from services.tax.tables import tax_row


@dataclass(frozen=True, slots=True)
class TaxedPart:
    """The cents of an income that one rate is for, and the tax on them."""

    rate: Rate
    amount: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class TaxFound:
    """`row` is where the row of the Tax Table begins and ends, None above it; `parts` add up to the tax in cents."""

    row: tuple[Money, Money] | None
    taxed: Money
    parts: tuple[TaxedPart, ...]

    @property
    def exact(self) -> Money:
        """The tax to the cent."""
        return sum(part.tax for part in self.parts)

    @property
    def as_filed(self) -> Money:
        """The tax as it is entered on the form, in whole dollars."""
        return whole_dollars(self.exact)


def tax_found(income: Money, law: Law, method: Method) -> TaxFound:
    """The tax on an income in cents at the usual rates. IRC 1(j) and 3; Form 1040 instructions, line 16."""
    by_table = method is Method.AS_FILED and income < law.tables.tax_table_below
    row = tax_row(income, law.tables) if by_table else None
    taxed = sum(row) // 2 if row else income
    bottoms, tops = (0, *law.income_tax.tops), (*law.income_tax.tops, taxed)
    parts = []
    for rate, bottom, top in zip(law.income_tax.rates, bottoms, tops, strict=True):
        if taxed > bottom:
            amount = min(taxed, top) - bottom
            parts.append(TaxedPart(rate, amount, rate.of(amount)))
    return TaxFound(row, taxed, tuple(parts))
