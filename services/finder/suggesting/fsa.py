"""Flexible spending accounts (FSA) at work for a year that has not begun, for who has planned no cost of it yet.

A gain is that of two computed returns, for an amount that is named: what somebody will pay then, nobody knows.
"""

from dataclasses import dataclass, replace
from datetime import date

from db.values.returns import FilingStatus
from services.finder.changes import MEDICAL, Changes, changed
from services.finder.choices import HealthPlan
from services.finder.expenses import Household
from services.finder.reasons import Reason, Why
from services.finder.rules import figure_in_cents, source_of_figure
from services.finder.suggesting.outlook import Suggestion
from services.tax import YEARS, Method, Money, Return, compute, law_for

_CARE, _HSA = "credits.dependent_care_expenses", "adjustments.hsa_deduction"
_WAGES = ("taxpayer.wages", "spouse.wages")
_LEAST_EARNED = "2441.5"


@dataclass(frozen=True, slots=True)
class YearAhead:
    """The next year for which an account can still be chosen, with the return of this year and all of its costs."""

    return_: Return
    method: Method
    today: date

    @property
    def year(self) -> int:
        """An account is chosen before its year begins."""
        return max(self.return_.tax_year, self.today.year) + 1

    @property
    def known(self) -> int:
        """The year whose law is used: the newest one that is known."""
        return min(self.year, max(YEARS))

    @property
    def then(self) -> Return:
        """The same return by that law."""
        return replace(self.return_, tax_year=self.known)

    @property
    def wages(self) -> str:
        """The field of the one with more pay."""
        return max(_WAGES, key=self.return_.answer)

    def gain(self, before: Return, changes: Changes) -> Money:
        """What changes give; nothing where one of the returns can't be worked out."""
        one, other = compute(before, method=self.method), compute(changed(before, changes), method=self.method)
        return 0 if one.unsupported or other.unsupported else other.outcome - one.outcome

    def assuming(self, limit: Money) -> tuple[Reason, ...]:
        """What must be so for every account at work."""
        reasons = [
            Reason(Why.ASSUMES_OFFERED_AT_WORK),
            Reason(Why.ASSUMES_FSA_LIMIT, {"limit": limit}, {"year": str(self.known)}),
            Reason(Why.ASSUMES_FSA_CHOSEN_BEFORE),
            Reason(Why.ASSUMES_SAME_NEXT_YEAR, figures={"year": str(self.year)}),
        ]
        if self.known != self.year:
            reasons.append(Reason(Why.ASSUMES_LAW_OF, figures={"year": str(self.year), "known": str(self.known)}))
        return (*reasons, Reason(Why.ASSUMES_WITHOUT_PAYROLL_TAX))


def fsa_for_health(ahead: YearAhead, household: Household, *, example: Money) -> Suggestion | None:
    """Medical costs as high as this year's, or of the `example` for who has none. A usual FSA rules an HSA out."""
    if household.health_plan is not HealthPlan.OTHER or household.hsa_paid_in or ahead.return_.answer(_HSA):
        return None
    told, pay = ahead.return_.answer(MEDICAL), ahead.return_.answer(ahead.wages)
    limit = figure_in_cents("fsa_limit", ahead.known)
    amount = max(0, min(told or example, limit - household.fsa_chosen, pay))
    before = ahead.then if told else changed(ahead.then, {MEDICAL: amount})
    gain = ahead.gain(before, {ahead.wages: -amount, MEDICAL: -amount})
    what = Reason(Why.FSA_AHEAD, {"amount": amount, "gain": gain}, {"year": str(ahead.year)})
    why = Reason(Why.ASSUMES_COSTS_AGAIN, {"told": told}) if told else Reason(Why.ASSUMES_EXAMPLE, {"amount": amount})
    source = source_of_figure("fsa_limit")
    assuming = (why, Reason(Why.ASSUMES_NO_HSA), *ahead.assuming(limit))
    return Suggestion(what, gain, assuming, source) if gain > 0 else None


def fsa_for_care(ahead: YearAhead) -> Suggestion | None:
    """Care as dear as this year's, for the same people, with the credit that is left then (Form 2441, part III)."""
    told = ahead.return_.answer(_CARE)
    if not told or not _need_care_still(ahead):
        return None
    name = "care_fsa_limit"
    if ahead.return_.filing_status is FilingStatus.MARRIED_SEPARATE:
        name = "care_fsa_limit_separate"
    limit = figure_in_cents(name, ahead.known)
    then = compute(ahead.then, method=ahead.method)
    if then.unsupported:
        return None
    amount = max(0, min(told, limit, ahead.return_.answer(ahead.wages), then.line(_LEAST_EARNED).amount))
    left = max(0, min(told, then.fact("most_care_costs")) - amount)
    gain = ahead.gain(ahead.then, {ahead.wages: -amount, _CARE: left - told})
    what = Reason(Why.CARE_FSA_AHEAD, {"amount": amount, "gain": gain}, {"year": str(ahead.year)})
    why = (Reason(Why.ASSUMES_CARE_AGAIN, {"told": told}), Reason(Why.ASSUMES_SMALLER_CREDIT))
    return Suggestion(what, gain, (*why, *ahead.assuming(limit)), source_of_figure(name)) if gain > 0 else None


def _need_care_still(ahead: YearAhead) -> bool:
    """Whether everybody whose care counts now is still young enough then, and there is somebody."""
    young = law_for(ahead.known, ahead.return_.filing_status).dependent_care.child_age_below
    later = ahead.year - ahead.return_.tax_year
    people = [one for one in ahead.return_.answer("dependents") if one.age < young or one.permanently_disabled]
    return bool(people) and all(one.permanently_disabled or one.age + later < young for one in people)
