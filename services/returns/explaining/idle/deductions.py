"""The limits of deductions: by income, by a floor or a ceiling, and by the deduction that everybody has."""

from services.finder import Reason, below_medical_floor, percent, standard_is_higher
from services.returns.explaining.idle.credits import by_status, income_below
from services.returns.explaining.idle.limits import Limit
from services.returns.explaining.idle.tried import Tried
from services.tax import Money


def student_loan(tried: Tried) -> list[Reason]:
    """IRC 221(b)(2) and (e): by income before this deduction."""
    law = tried.law.adjustments
    income = tried.amount("1040.9") - tried.amount("benefits.6")
    return by_status(tried) or income_below(income, law.student_loan_phase_out_start + law.student_loan_phase_out_range)


def medical(tried: Tried) -> list[Reason]:
    """Schedule A, line 3."""
    return below_medical_floor(tried.here)


def state_taxes(tried: Tried) -> list[Reason]:
    """Schedule A, line 5e."""
    return [Reason(Limit.STATE_TAX_LIMIT, {"limit": tried.amount("schedule_a.7")})]


def gifts(tried: Tried) -> list[Reason]:
    """Schedule A, lines 11 to 14: from a floor on, and up to a share of income."""
    law, counted = tried.law.itemized, tried.amount("schedule_a.14")
    if counted:
        return [Reason(Limit.GIFTS_LIMIT, {"limit": counted})]
    if floor := law.charity_floor.of(max(0, tried.income)):
        return [Reason(Limit.GIFTS_FLOOR, {"floor": floor}, {"percent": percent(law.charity_floor)})]
    return taxed_income(tried)


def itemized(tried: Tried) -> list[Reason]:
    """One takes the standard deduction or the itemized ones: these where they lower the tax."""
    return standard_is_higher(tried.here) or taxed_income(tried) or minimum_tax(tried)


def work(tried: Tried) -> list[Reason]:
    """Schedule 1-A, parts II and III: for tips and overtime."""
    if tried.is_separate:
        return [Reason(Limit.SEPARATE)]
    return _shrunk(tried, tried.law.additional_deductions.work_phase_out_start)


def car_loan(tried: Tried) -> list[Reason]:
    """Schedule 1-A, part IV."""
    return _shrunk(tried, tried.law.additional_deductions.car_phase_out_start)


def losses(tried: Tried) -> list[Reason]:
    """Schedule D, line 21."""
    return [Reason(Limit.LOSSES, {"limit": tried.law.income_tax.capital_loss_limit})]


def taxed_income(tried: Tried) -> list[Reason]:
    """Form 1040, line 15: it does not fall below zero."""
    return [] if tried.amount("1040.15") else [Reason(Limit.NO_INCOME_LEFT)]


def taxed_at_all(tried: Tried) -> list[Reason]:
    """Form 1040, line 16: what is taxed at zero, such as a small gain, is no tax."""
    return [] if tried.amount("1040.16") else [Reason(Limit.NO_TAX_LEFT)]


def minimum_tax(tried: Tried) -> list[Reason]:
    """Form 6251, line 11: what is taken off the usual tax."""
    return [Reason(Limit.MINIMUM_TAX)] if tried.amount("schedule_2.2") else []


def _shrunk(tried: Tried, start: Money) -> list[Reason]:
    return [Reason(Limit.INCOME_SHRINKS, {"income": tried.income, "start": start})] if tried.income > start else []
