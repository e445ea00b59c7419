"""Amounts of which only a part counts: the engine's own lines say how much, and here is which limit takes the rest."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from services.finder import Reason
from services.returns.explaining.idle import limits_of_parts as limits
from services.tax import CENTS_A_DOLLAR, Computed, Money

_TAKEN = "schedule_a.17"


class Counts(StrEnum):
    """Codes of the sentence that says how much."""

    ALONE = "partly.counts"
    CREDIT = "partly.credit_counts"
    TOGETHER = "partly.counts_together"


@dataclass(frozen=True, slots=True)
class Shared:
    """A limit that the fields share. `of` is the line with all of it, where there is one; `counts` is what is left."""

    fields: tuple[str, ...]
    counts: str
    why: Callable[[limits.Part], list[Reason]]
    of: str = ""
    itemized: bool = False


_SHARED = (
    Shared(("adjustments.student_loan_interest_paid",), "schedule_1.21", limits.student_loan),
    Shared(("adjustments.educator_expenses",), "schedule_1.11", limits.teachers),
    Shared(
        ("income.short_term_capital_gain", "income.long_term_capital_gain"), "1040.7a", limits.losses, "schedule_d.16"
    ),
    Shared(("itemized.medical_expenses",), "schedule_a.4", limits.medical, itemized=True),
    Shared(
        ("itemized.state_local_income_tax", "itemized.real_estate_tax"),
        "schedule_a.7",
        limits.most,
        "schedule_a.5d",
        itemized=True,
    ),
    Shared(("itemized.charity_cash", "itemized.charity_noncash"), "schedule_a.14", limits.gifts, itemized=True),
    Shared(("itemized.charity_cash",), "charity.without_itemizing", limits.most),
    Shared(("special_deductions.qualified_tips",), "schedule_1a.13", limits.tips),
    Shared(("special_deductions.qualified_overtime",), "schedule_1a.21", limits.overtime),
    Shared(("special_deductions.car_loan_interest",), "schedule_1a.30", limits.car_loan),
    Shared(("credits.dependent_care_expenses",), "2441.6", limits.care),
    Shared(("credits.disabled_access_expenditures",), "8826.5", limits.access_costs),
    Shared(
        ("credits.retirement_contributions_taxpayer", "credits.retirement_contributions_spouse"),
        "8880.7",
        limits.savings,
    ),
)


def why_in_part(field: str, typed: Money, computed: Computed, *, idle: Iterable[str]) -> tuple[Reason, ...]:
    """How much of an amount counts and why not the rest; empty where all of it does. `idle` fields change nothing."""
    for shared in _SHARED:
        if field in shared.fields and shared.itemized in {False, bool(computed.line(_TAKEN).amount)}:
            part = _part(shared, computed, {*idle})
            if 0 < part.counted <= part.total - CENTS_A_DOLLAR and (why := shared.why(part)):
                code = Counts.ALONE if part.total == typed else Counts.TOGETHER
                return (Reason(code, {"counted": part.counted, "amount": part.total}), *why)
    return ()


def _part(shared: Shared, computed: Computed, idle: set[str]) -> limits.Part:
    told = (computed.given.answer(field) for field in shared.fields if field not in idle)
    total = abs(computed.line(shared.of).amount) if shared.of else sum(told)
    return limits.Part(computed, total, abs(computed.line(shared.counts).amount))
