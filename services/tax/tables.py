"""The printed tables of the Form 1040 instructions: every amount of a row has the tax or the credit of its middle."""

from dataclasses import dataclass

from services.tax.law.tax import Tables
from services.tax.money import CENTS_A_DOLLAR, Money


def tax_row(income: Money, law: Tables) -> tuple[Money, Money]:
    """Where the row of the Tax Table that a taxable income is in begins, and before which amount it ends."""
    bottom = 0
    for top in law.first_rows_to:
        if income < top:
            return bottom, top
        bottom = top
    row = law.small_row if income < law.small_rows_below else law.row
    bottom = income - income % row
    return bottom, bottom + row


def middle_of_tax_row(income: Money, law: Tables) -> Money:
    """The middle of the row of the Tax Table that a taxable income is in."""
    bottom, top = tax_row(income, law)
    return (bottom + top) // 2


@dataclass(frozen=True, slots=True)
class CreditRow:
    """A row of the EIC Table, from the lowest amount to the highest in whole dollars."""

    lowest: Money
    middle: Money
    highest: Money


def credit_row(amount: Money, end: Money, law: Tables) -> CreditRow:
    """The row of the EIC Table that an amount is in. `end` is where the credit ends, and with it the last row."""
    lowest = amount - amount % law.row
    above = min(lowest + law.row, end)
    return CreditRow(lowest, (lowest + above) // 2, lowest + law.row - CENTS_A_DOLLAR)


def row_of_one(amount: Money) -> CreditRow:
    """No table: every amount is a row of its own."""
    return CreditRow(amount, amount, amount)
