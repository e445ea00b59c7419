"""What this engine cannot work out. It says so for the return at hand and then gives no figure at all."""

from collections.abc import Callable
from enum import StrEnum

from services.tax.cells import Worksheet
from services.tax.inputs import (
    charity_noncash,
    dependents,
    situations,
    specified_service_trade,
    taxpayer_age,
)
from services.tax.lines.deductions.business_deduction import trade_matters
from services.tax.lines.deductions.choice import itemizes
from services.tax.lines.deductions.schedule_a import itemized_before_limit
from services.tax.lines.deductions.standard_deduction import standard_deduction_offered
from services.tax.lines.deductions.taxable_income import itemized_limit
from services.tax.lines.income.earnings import earned_income
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.people import can_be_claimed, joint
from services.tax.lines.taxes.minimum_tax import minimum_tax
from services.tax.situations import Situation


class Unsupported(StrEnum):
    """Why there is no result. Each value is the code of a sentence in content/en.

    Besides these, everything in services.tax.situations: what a return may say that it has.
    """

    CHARITY = "tax.unsupported.charity"
    CLAIMED_WITH_DEPENDENTS = "tax.unsupported.claimed_with_dependents"
    HIGH_INCOME_ITEMIZED = "tax.unsupported.high_income_itemized"
    KIDDIE_TAX = "tax.unsupported.kiddie_tax"
    SERVICE_TRADE = "tax.unsupported.service_trade"


Refusal = Unsupported | Situation
"""Why a return is refused."""


def unsupported(sheet: Worksheet) -> tuple[Refusal, ...]:
    """Every reason why a computed worksheet can't be relied on; usually none."""
    return (*sheet[situations], *(code for code, applies in _REASONS.items() if applies(sheet)))


def _gifts_of_things_near_a_limit(r: Worksheet) -> bool:
    """The limit is 30 or 50 percent of income, depending on what was given, and that is not asked."""
    above = r[charity_noncash] - r.law.itemized.charity_noncash_share.of(max(0, r[adjusted_gross_income]))
    could_itemize = r[itemizes] or r[itemized_before_limit] + above > r[standard_deduction_offered]
    return above > 0 and could_itemize


def _claimed_with_dependents(r: Worksheet) -> bool:
    """Whoever can be claimed as a dependent can't claim dependents (IRC 152(b)(1))."""
    return r[can_be_claimed] and bool(r[dependents])


def _minimum_tax_meets_itemized_limit(r: Worksheet) -> bool:
    """No form shows yet how the limit of IRC 68 enters the alternative minimum tax."""
    return r[itemized_limit] > 0 and r[minimum_tax] > 0


def _tax_of_the_parents(r: Worksheet) -> bool:
    """Form 8615: a young person's unearned income may be taxed at the parents' rate. On a joint return it is not."""
    law = r.law.unearned_income_of_children
    if r[joint]:
        return False
    below = law.dependent_age_below if r[can_be_claimed] else law.child_age_below
    return 0 < r[taxpayer_age] < below and r[adjusted_gross_income] - max(0, r[earned_income]) > law.start


_REASONS: dict[Unsupported, Callable[[Worksheet], bool]] = {
    Unsupported.CHARITY: _gifts_of_things_near_a_limit,
    Unsupported.CLAIMED_WITH_DEPENDENTS: _claimed_with_dependents,
    Unsupported.HIGH_INCOME_ITEMIZED: _minimum_tax_meets_itemized_limit,
    Unsupported.KIDDIE_TAX: _tax_of_the_parents,
    Unsupported.SERVICE_TRADE: lambda r: r[specified_service_trade] and r[trade_matters],
}
