"""Why an amount changes nothing: the line at which it stops, and the limit that it meets there."""

from collections.abc import Callable

from services.finder import Reason, Why
from services.returns.explaining.idle import credits as of_credits
from services.returns.explaining.idle import deductions as of_deductions
from services.returns.explaining.idle.roads import stop_of
from services.returns.explaining.idle.tried import Tried

_AT: dict[str, Callable[[Tried], list[Reason]]] = {
    "schedule_1.21": of_deductions.student_loan,
    "1040.7a": of_deductions.losses,
    "schedule_a.4": of_deductions.medical,
    "schedule_a.7": of_deductions.state_taxes,
    "schedule_a.14": of_deductions.gifts,
    "schedule_a.17": of_deductions.itemized,
    "schedule_1a.13": of_deductions.work,
    "schedule_1a.21": of_deductions.work,
    "schedule_1a.30": of_deductions.car_loan,
    "1040.15": of_deductions.taxed_income,
    "1040.16": of_deductions.taxed_at_all,
    "1040.18": of_deductions.minimum_tax,
    "2441.6": of_credits.care,
    "8863.7": of_credits.college,
    "8863.18": of_credits.college,
    "8880.7": of_credits.savings,
    "8880.10": of_credits.share_of_savings,
    "8826.5": of_credits.access_costs,
    "schedule_r.12": of_credits.disability_income,
    "schedule_r.20": of_credits.elderly_credit,
    "schedule_3.2": of_credits.no_tax_left,
    "schedule_3.3": of_credits.no_tax_left,
    "schedule_3.4": of_credits.no_tax_left,
    "schedule_3.6a": of_credits.access_credit,
    "schedule_3.6d": of_credits.no_tax_left,
    "1040.22": of_credits.no_tax_left,
}
"""Where there is none, and where the limit is not met, the amount is too small for the rows of the tax table."""


def why_nothing(tried: Tried) -> tuple[Reason, ...]:
    """The reasons for which the return comes to the same with and without the amount; there is always one."""
    stop = stop_of(tried)
    found = _AT[stop](tried) if stop in _AT else []
    return tuple(found or [Reason(Why.NOTHING_TOO_SMALL)])
