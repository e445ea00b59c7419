"""Why a cost changes a refund by so much, or not at all, with the numbers of the two computed returns."""

from services.finder.changes import MEDICAL
from services.finder.placing import Verdict
from services.finder.reasons import Reason, Why, percent
from services.finder.rules import Place
from services.tax import Computed, Money, Note, law_for

_ITEMIZED_PLACES = (Place.MEDICAL, Place.WORK)
_STANDARD, _GIFTS, _ITEMIZED = "standard.total", "charity.without_itemizing", "schedule_a.all"
_FLOOR, _TAKEN, _TAX = "schedule_a.3", "schedule_a.17", "1040.22"
_CREDIT, _CREDIT_USED = "8826.8", "schedule_3.6a"


def explained(verdict: Verdict, with_all: Computed, without: Computed) -> tuple[Reason, ...]:
    """The reasons for the difference between the return with all costs and the one without this cost."""
    difference = with_all.outcome - without.outcome
    found = _something(verdict, with_all, without) if difference else _nothing(verdict, with_all, without)
    left_over = _amount(with_all, _CREDIT) - _amount(with_all, _CREDIT_USED)
    if verdict.place is Place.ACCESS and left_over > 0:
        amounts = {"used": _amount(with_all, _CREDIT_USED), "credit": _amount(with_all, _CREDIT)}
        found.append(Reason(Why.CREDIT_LEFT_OVER, amounts))
    return tuple(found)


def _something(verdict: Verdict, with_all: Computed, without: Computed) -> list[Reason]:
    difference = with_all.outcome - without.outcome
    found = [Reason(Why.HIGHER if difference > 0 else Why.LOWER, {"amount": abs(difference)})]
    if verdict.place is Place.MEDICAL:
        found.append(_about_floor(with_all, Why.ONLY_ABOVE_FLOOR))
    if verdict.place in _ITEMIZED_PLACES and (shortfall := _shortfall(without)) > 0:
        found.append(Reason(Why.ONLY_ABOVE_STANDARD, {"amount": shortfall}))
    return found


def _nothing(verdict: Verdict, with_all: Computed, without: Computed) -> list[Reason]:
    if not _amount(without, _TAX):
        return [Reason(Why.NOTHING_NO_TAX)]
    found = below_medical_floor(with_all) if verdict.place is Place.MEDICAL else []
    found += standard_is_higher(with_all) if verdict.place in _ITEMIZED_PLACES else []
    return found or [Reason(Why.NOTHING_TOO_SMALL)]


def below_medical_floor(computed: Computed) -> list[Reason]:
    """Why medical costs take nothing off this return; empty where they do."""
    is_below = _medical(computed) <= _amount(computed, _FLOOR)
    return [_about_floor(computed, Why.NOTHING_MEDICAL_FLOOR)] if is_below else []


def standard_is_higher(computed: Computed) -> list[Reason]:
    """Why what could be itemized takes nothing off this return; empty where it does."""
    shortfall = _shortfall(computed)
    if shortfall <= 0:
        return []
    code = Why.NOTHING_STANDARD_AND_GIFTS_HIGHER if _amount(computed, _GIFTS) else Why.NOTHING_STANDARD_HIGHER
    return [Reason(code, {"amount": shortfall}), *map(Reason, {*computed.notes} & {Note.SPOUSE_ITEMIZES})]


def _shortfall(computed: Computed) -> Money:
    """By how much the standard deduction, with what comes on top of it, is above the itemized deductions."""
    if _amount(computed, _TAKEN):
        return 0
    return _amount(computed, _STANDARD) + _amount(computed, _GIFTS) - _amount(computed, _ITEMIZED)


def _about_floor(computed: Computed, code: Why) -> Reason:
    amounts = {"floor": _amount(computed, _FLOOR), "medical": _medical(computed)}
    law = law_for(computed.given.tax_year, computed.given.filing_status)
    return Reason(code, amounts, {"percent": percent(law.itemized.medical_floor)})


def _medical(computed: Computed) -> Money:
    medical: Money = computed.given.answer(MEDICAL)
    return medical


def _amount(computed: Computed, line_id: str) -> Money:
    return computed.line(line_id).amount
