"""Paying medical costs from an account that is not taxed: a health savings account (HSA) or an employer's FSA."""

from services.finder.changes import MEDICAL, Changes
from services.finder.choices import HealthPlan
from services.finder.reasons import Reason, Why
from services.finder.rules import figure_in_cents, last_day_for_hsa, source_of_figure
from services.finder.suggesting.outlook import Outlook, Suggestion
from services.tax import Money

_HSA, _WAGES = "adjustments.hsa_deduction", "taxpayer.wages"
_LIMITS = {
    HealthPlan.HIGH_DEDUCTIBLE_SELF: "hsa_limit_self",
    HealthPlan.HIGH_DEDUCTIBLE_FAMILY: "hsa_limit_family",
}


def use_hsa(outlook: Outlook) -> Suggestion | None:
    """This year's medical costs, paid from an HSA; money for it can be paid in until the day when the return is due."""
    year, return_ = outlook.return_.tax_year, outlook.return_
    limit = _LIMITS.get(outlook.household.health_plan)
    closed = outlook.today > last_day_for_hsa(year)
    if limit is None or closed or return_.answer("taxpayer.can_be_claimed_as_dependent"):
        return None
    room = figure_in_cents(limit, year) - outlook.household.hsa_paid_in - return_.answer(_HSA)
    amount = max(0, min(room, _medical_in_cents(outlook, year)))
    gain = _gain(outlook, year, {_HSA: amount, MEDICAL: -amount})
    what = Reason(Why.USE_HSA, {"amount": amount, "gain": gain}, {"year": str(year)})
    return Suggestion(what, gain, (Reason(Why.ASSUMES_HSA_ALLOWED),), source_of_figure(limit))


def use_fsa(outlook: Outlook) -> Suggestion | None:
    """Next year's planned medical costs, paid from pay before tax. A usual FSA rules an HSA out."""
    year, household = outlook.next_year, outlook.household
    if not household.fsa_at_work or household.health_plan in _LIMITS or outlook.today.year >= year:
        return None
    room = figure_in_cents("fsa_limit", outlook.next_return.tax_year) - household.fsa_chosen
    pay = outlook.return_.answer(_WAGES)
    amount = max(0, min(room, pay, _medical_in_cents(outlook, year)))
    gain = _gain(outlook, year, {_WAGES: -amount, MEDICAL: -amount})
    what = Reason(Why.USE_FSA, {"amount": amount, "gain": gain}, {"year": str(year)})
    assuming = (Reason(Why.ASSUMES_FSA_CHOSEN_BEFORE), *outlook.about_next_year())
    return Suggestion(what, gain, assuming, source_of_figure("fsa_limit"))


def _gain(outlook: Outlook, year: int, changes: Changes) -> Money:
    """Nothing where a return can't be worked out, and where there is nothing to change."""
    before = outlook.outcome(year, outlook.expenses)
    after = outlook.outcome(year, outlook.expenses, changes)
    return 0 if before is None or after is None else after - before


def _medical_in_cents(outlook: Outlook, year: int) -> Money:
    return sum(verdict.counted for verdict in outlook.verdicts(year, outlook.medical(year)))
