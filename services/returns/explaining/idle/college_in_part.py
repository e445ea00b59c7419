"""Costs of college of which only a part counts: up to a limit, and by a credit that shrinks with income. Form 8863."""

from services.finder import Reason
from services.returns.explaining.idle.in_part import Counts
from services.returns.explaining.idle.limits_of_parts import PartLimit
from services.returns.explaining.idle.roads import OF_STUDENTS
from services.returns.explaining.idle.tried import LookedAt
from services.tax import CENTS_A_DOLLAR, Computed, Money

OF_COLLEGE = {
    OF_STUDENTS: ("opportunity_credit_before_phase_out", "8863.7"),
    "credits.lifetime_learning_expenses": ("lifetime_credit_before_phase_out", "8863.18"),
}
"""By field: the credit before income is looked at, and what is left of it."""


def college_in_part(field: str, typed: Money, computed: Computed) -> tuple[Reason, ...]:
    """How much of an amount counts, and how much of the credit is left; empty where all of both is."""
    law = computed.sheet.law.education
    if field == OF_STUDENTS:
        found = _up_to(law.full_part + law.partial_part, typed, PartLimit.MOST_EACH_STUDENT)
    else:
        found = _up_to(law.lifetime_limit, typed, PartLimit.MOST)
    return (*found, *_what_is_left(field, LookedAt(computed)))


def _up_to(limit: Money, typed: Money, why: PartLimit) -> tuple[Reason, ...]:
    if typed < limit + CENTS_A_DOLLAR:
        return ()
    return Reason(Counts.ALONE, {"counted": limit, "amount": typed}), Reason(why, {"limit": limit})


def _what_is_left(field: str, at: LookedAt) -> tuple[Reason, ...]:
    """Lines 2 to 6, and 13 to 17: of all students together."""
    before, after = OF_COLLEGE[field]
    whole, left = at.here.fact(before), at.amount(after)
    if not 0 < left <= whole - CENTS_A_DOLLAR:
        return ()
    start = at.law.education.phase_out_start
    shrinks = Reason(PartLimit.CREDIT_SHRINKS, {"income": at.income, "start": start})
    return Reason(Counts.CREDIT, {"counted": left, "amount": whole}), shrinks
