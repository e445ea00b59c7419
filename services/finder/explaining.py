"""Why a cost changes a refund by so much, or not at all, with the numbers of the two computed returns."""

from services.finder.placing import Verdict
from services.finder.reasons import Reason, Why
from services.finder.rules import Place
from services.tax import Computed, Money
from services.tax.inputs import medical_expenses

_STANDARD, _GIFTS, _ITEMIZED = "standard.total", "charity.without_itemizing", "schedule_a.all"
_FLOOR, _TAKEN, _TAX = "schedule_a.3", "schedule_a.17", "1040.22"


def explained(verdict: Verdict, with_all: Computed, without: Computed) -> tuple[Reason, ...]:
    """The reasons for the difference between the return with all costs and the one without this cost."""
    difference = with_all.outcome - without.outcome
    if not difference:
        return _nothing(verdict, with_all, without)
    code = Why.HIGHER if difference > 0 else Why.LOWER
    changed = Reason(code, {"amount": abs(difference)})
    return (changed, _above_floor(with_all)) if verdict.place is Place.MEDICAL else (changed,)


def _nothing(verdict: Verdict, with_all: Computed, without: Computed) -> tuple[Reason, ...]:
    if not _amount(without, _TAX):
        return (Reason(Why.NOTHING_NO_TAX),)
    found = []
    if verdict.place is Place.MEDICAL and _medical(with_all) <= _amount(with_all, _FLOOR):
        found.append(_below_floor(with_all))
    if verdict.place in (Place.MEDICAL, Place.WORK) and (shortfall := _shortfall(with_all)) > 0:
        code = Why.NOTHING_STANDARD_AND_GIFTS_HIGHER if _amount(with_all, _GIFTS) else Why.NOTHING_STANDARD_HIGHER
        found.append(Reason(code, {"amount": shortfall}))
    return tuple(found) or (Reason(Why.NOTHING_TOO_SMALL),)


def _shortfall(computed: Computed) -> Money:
    """By how much the standard deduction, with what comes on top of it, is above the itemized deductions."""
    if _amount(computed, _TAKEN):
        return 0
    return _amount(computed, _STANDARD) + _amount(computed, _GIFTS) - _amount(computed, _ITEMIZED)


def _below_floor(computed: Computed) -> Reason:
    amounts = {"floor": _amount(computed, _FLOOR), "medical": _medical(computed)}
    return Reason(Why.NOTHING_MEDICAL_FLOOR, amounts, {"percent": _percent(computed)})


def _above_floor(computed: Computed) -> Reason:
    amounts = {"floor": _amount(computed, _FLOOR), "medical": _medical(computed)}
    return Reason(Why.ONLY_ABOVE_FLOOR, amounts, {"percent": _percent(computed)})


def _percent(computed: Computed) -> str:
    rate = computed.sheet.law.itemized.medical_floor
    return f"{rate.numerator / rate.denominator:.1%}"


def _medical(computed: Computed) -> Money:
    return computed.sheet[medical_expenses]


def _amount(computed: Computed, line_id: str) -> Money:
    return computed.line(line_id).amount
