"""Paying too little during the year: for whom the IRS may charge a penalty, and how much more would have been enough.

26 U.S.C. 6654, Form 2210. The penalty itself is not worked out: it depends on the days of each payment.
"""

from dataclasses import dataclass
from datetime import date
from math import ceil

from db.values.returns import FilingStatus
from services.filing import told_of
from services.tax import CENTS_A_DOLLAR, Computed, Money, Rate


@dataclass(frozen=True, slots=True)
class Underpaid:
    """Amounts in cents. `paid` was paid during the year, `enough` would have been.

    With more than `income_above` in the year before, `more_of_year_before` of its tax is enough, otherwise all of it.
    """

    owed: Money
    owed_from: Money
    paid: Money
    enough: Money
    share: str
    more_of_year_before: str
    income_above: Money

    @property
    def lacking(self) -> Money:
        """How much more would have been enough; nothing where only the days of payments can be wrong."""
        return max(0, self.enough - self.paid)


def underpaid(result: Computed) -> Underpaid | None:
    """None for who owes too little for a penalty, and where what was withheld is enough by itself."""
    law, withheld = told_of("underpaid"), result.line("1040.25d").amount
    owed_from = law["owed_from"] * CENTS_A_DOLLAR
    tax = result.line("1040.24").amount - result.line("1040.32").amount
    enough = Rate.parse(law["share_of_year"]).of(tax)
    if result.amount_owed < owed_from or withheld >= enough:
        return None
    separate = result.given.filing_status is FilingStatus.MARRIED_SEPARATE
    return Underpaid(
        owed=result.amount_owed,
        owed_from=owed_from,
        paid=withheld + result.line("1040.26").amount,
        enough=enough,
        share=law["share_of_year"],
        more_of_year_before=law["share_of_year_before_above"],
        income_above=law["income_above_separate" if separate else "income_above"] * CENTS_A_DOLLAR,
    )


def way_to_the_penalty() -> str:
    """The address of the IRS about Form 2210."""
    address: str = told_of("underpaid")["address"]
    return address


def payment_days(year: int) -> tuple[date, ...]:
    """The last days for the four payments of estimated tax for a year; none for a year that is not in the file."""
    return tuple(told_of("estimated_tax").get(str(year), ()))


def part_of(amount: Money, parts: int) -> Money:
    """One of so many equal parts, up to a whole dollar, so that together they are enough."""
    return ceil(amount / (parts * CENTS_A_DOLLAR)) * CENTS_A_DOLLAR
