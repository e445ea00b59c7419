"""The earned income credit, by the EIC Table or by the formula behind it. IRC 32, Publication 596."""

from services.tax.cells import Worksheet, fact, line
from services.tax.inputs import lived_apart_all_year, spouse_age, taxpayer_age
from services.tax.lines.income.earnings import earned_income
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.income.received import capital_gain, dividends, exempt_interest, interest
from services.tax.lines.people import can_be_claimed, children_for_earned_income_credit, joint, separate
from services.tax.method import Method
from services.tax.money import CENTS_A_DOLLAR, Money, portion
from services.tax.tables import CreditRow, credit_row, row_of_one

__all__ = ["earned_income_credit"]

_WORKSHEET = "Earned Income Credit Worksheet A (Form 1040)"


@line("eic.investment", "Investment income", source="Publication 596, worksheet 1")
def investment_income(r: Worksheet) -> Money:
    return r[interest] + r[exempt_interest] + r[dividends] + max(0, r[capital_gain])


@fact
def right_age_without_child(r: Worksheet) -> bool:
    """Whether a filer is of the age that the credit without a child needs (IRC 32(c)(1)(A)(ii))."""
    law = r.law.earned_income_credit
    youngest, oldest = law.least_age_without_child, law.age_below_without_child
    return youngest <= r[taxpayer_age] < oldest or (r[joint] and youngest <= r[spouse_age] < oldest)


@fact
def may_claim_earned_income_credit(r: Worksheet) -> bool:
    """IRC 32(c), (d) and (i), as far as a return shows it."""
    law, has_child = r.law.earned_income_credit, r[children_for_earned_income_credit] > 0
    if r[investment_income] > law.investment_income_limit:
        return False
    if r[separate] and not (r[lived_apart_all_year] and (has_child or not law.separate_filer_needs_child)):
        return False
    return has_child or (r[right_age_without_child] and not r[can_be_claimed])


@fact
def column_of_the_credit(r: Worksheet) -> int:
    """The number of children, where the law's last column is for that many or more."""
    return min(r[children_for_earned_income_credit], len(r.law.earned_income_credit.maximum) - 1)


def _credit_at(amount: Money, r: Worksheet) -> Money:
    """The credit of somebody whose earnings and adjusted gross income are both this amount.

    A row that reaches the top amount has all of it, and so has the row in which the phase-out begins.
    """
    law, children, row = r.law.earned_income_credit, r[column_of_the_credit], _row(amount, r)
    most, start = law.maximum[children], law.phase_out_start[children]
    reaches_the_top = law.phase_in_rate[children].of(row.highest) >= most
    credit = most if reaches_the_top else r.share(law.phase_in_rate[children], row.middle)
    # Less than nothing, so that half a dollar of the credit that is left goes up.
    change = r.share(law.phase_out_rate[children], start - row.middle) if row.lowest >= start else 0
    return max(0, credit + change)


def _row(amount: Money, r: Worksheet) -> CreditRow:
    law, children = r.law.earned_income_credit, r[column_of_the_credit]
    rate, tables = law.phase_out_rate[children], r.law.tables
    end = law.phase_out_start[children] + portion(
        law.maximum[children], rate.denominator, rate.numerator, to=CENTS_A_DOLLAR
    )
    looked_up = r.method is Method.AS_FILED and 0 < amount < end
    return credit_row(amount, end, tables) if looked_up else row_of_one(max(0, amount))


@line("eic.earnings", "Credit for your earned income", source=f"{_WORKSHEET}, line 2")
def credit_for_earnings(r: Worksheet) -> Money:
    return _credit_at(r[earned_income], r) if r[may_claim_earned_income_credit] else 0


@line("eic.income", "Credit for your adjusted gross income", source=f"{_WORKSHEET}, line 5")
def credit_for_income(r: Worksheet) -> Money:
    """Only income above the start of the phase-out lowers the credit (IRC 32(a)(2))."""
    law, income = r.law.earned_income_credit, r[adjusted_gross_income]
    lowers = income >= law.phase_out_start[r[column_of_the_credit]]
    return _credit_at(income, r) if lowers and r[may_claim_earned_income_credit] else r[credit_for_earnings]


@line("1040.27a", "Earned income credit (EIC)", source="Form 1040, line 27a")
def earned_income_credit(r: Worksheet) -> Money:
    return min(r[credit_for_earnings], r[credit_for_income])
