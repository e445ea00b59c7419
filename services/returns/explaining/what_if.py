"""What would come out if one thing were otherwise: computed from the return at hand, in memory; nothing is saved.

Only what is open to the person by law is computed, each with its condition. What is not, or would need answers that we
do not have, is named with the reason.
"""

from dataclasses import dataclass, replace

from db.values.returns import FilingStatus
from services.returns.explaining.one_more import with_one_more
from services.tax import YEARS, Computed, Money, Refusal, Return, compute, law_for

_TO_ITEMIZE = ("medical_expenses", "state_local_income_tax", "real_estate_tax", "mortgage_interest", "charity_noncash")
_TAXABLE, _TAX, _ITEMIZED = "1040.15", "1040.24", "schedule_a.17"


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One return that is otherwise in one thing: words under `what_if.<code>`, its condition under `what_if.only_if`.

    Amounts are cents: `outcome` is a refund above zero; `gain` is what it is better than the return at hand. They are
    None where the return is `refused`.
    """

    code: str
    outcome: Money | None
    gain: Money | None
    taxable: Money | None
    tax: Money | None
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIfs:
    """The return at hand first, then each that is otherwise. `closed` are codes for what is not open, and why."""

    computed: tuple[WhatIf, ...]
    closed: tuple[str, ...]


def what_ifs(at_hand: Computed, *, one_more: Money = 0) -> WhatIfs:
    """Another filing status, itemizing or not, next year's law, and `one_more` cost in cents, if it is told."""
    given = at_hand.given
    others = {**_statuses(given), **_deductions(at_hand)}
    if one_more:
        others |= with_one_more(given, one_more)
    if given.tax_year + 1 in YEARS:
        others["next_year"] = compute(replace(given, tax_year=given.tax_year + 1))
    rows = [_compared("as_it_is", at_hand, at_hand), *(_compared(code, one, at_hand) for code, one in others.items())]
    return WhatIfs(tuple(rows), tuple(_closed(at_hand, {*others})))


def _compared(code: str, one: Computed, at_hand: Computed) -> WhatIf:
    if one.unsupported:
        return WhatIf(code, None, None, None, None, one.unsupported)
    gain = one.outcome - at_hand.outcome
    return WhatIf(code, one.outcome, gain, one.line(_TAXABLE).amount, one.line(_TAX).amount)


def _statuses(given: Return) -> dict[str, Computed]:
    """The filing status between which somebody may choose whose return has all that is needed for it."""
    match given.filing_status:
        case FilingStatus.SINGLE if given.answer("dependents"):
            return {"head_of_household": _as(given, FilingStatus.HEAD_OF_HOUSEHOLD)}
        case FilingStatus.HEAD_OF_HOUSEHOLD:
            return {"single": _as(given, FilingStatus.SINGLE)}
    return {}


def _as(given: Return, status: FilingStatus) -> Computed:
    return compute(replace(given.with_answers({"filing_status": status}), filing_status=status))


def _deductions(at_hand: Computed) -> dict[str, Computed]:
    """The deduction that the engine did not take, because the tax would be higher."""
    given = at_hand.given
    if at_hand.line("deduction.standard").amount == 0:
        told = {f"itemized.{name}": 0 for name in _TO_ITEMIZE}
        without = compute(given.with_amounts({**told, "itemized.impairment_related_work_expenses": 0}))
        return {"standard": without} if not without.unsupported and without.line("deduction.standard").amount else {}
    law = law_for(given.tax_year, given.filing_status)
    none = replace(law.standard_deduction, amount=0, extra_each=0)
    itemized = compute(given, law=replace(law, standard_deduction=none))
    return {"itemize": itemized} if itemized.unsupported or itemized.line(_ITEMIZED).amount else {}


def _closed(at_hand: Computed, computed: set[str]) -> list[str]:
    status = at_hand.given.filing_status
    found = [] if computed & {"single", "head_of_household"} else [f"what_if.closed.{status}"]
    if not computed & {"standard", "itemize"}:
        is_standard = at_hand.line("deduction.standard").amount > 0
        found.append("what_if.closed.nothing_to_itemize" if is_standard else "what_if.closed.gifts_only")
    if "next_year" not in computed:
        found.append("what_if.closed.next_year")
    return found
