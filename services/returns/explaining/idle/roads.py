"""By which lines of the return each amount is meant to lower what somebody pays, from its own line to the tax.

A gate is one line, or several of which one is enough. The first gate at which nothing changes is where an amount stops.
"""

from services.returns.answers import COLLEGE
from services.returns.explaining.idle.tried import Tried

Gate = tuple[str, ...]
OF_STUDENTS = f"credits.{COLLEGE}"
_LESS_TAXED: tuple[Gate, ...] = (("1040.15",), ("1040.16",), ("1040.18",), ("1040.22",))
_LESS_TAX: tuple[Gate, ...] = (("1040.22",),)
_GIFTS = "charity.without_itemizing"
_ITEMIZED: tuple[Gate, ...] = (("schedule_a.17", _GIFTS), *_LESS_TAXED)
_LOSSES: tuple[Gate, ...] = (("1040.7a",), *_LESS_TAXED)
_SAVED: tuple[Gate, ...] = (("8880.7",), ("8880.10",), ("schedule_3.4",), *_LESS_TAX)
_DISABILITY: tuple[Gate, ...] = (("schedule_r.12",), ("schedule_r.20",), ("schedule_3.6d",), *_LESS_TAX)

ROADS: dict[str, tuple[Gate, ...]] = {
    "income.short_term_capital_gain": _LOSSES,
    "income.long_term_capital_gain": _LOSSES,
    "taxpayer.taxable_disability_income": _DISABILITY,
    "spouse.taxable_disability_income": _DISABILITY,
    "adjustments.student_loan_interest_paid": (("schedule_1.21",), *_LESS_TAXED),
    "adjustments.educator_expenses": _LESS_TAXED,
    "adjustments.ira_deduction": _LESS_TAXED,
    "adjustments.hsa_deduction": _LESS_TAXED,
    "itemized.medical_expenses": (("schedule_a.4",), *_ITEMIZED),
    "itemized.state_local_income_tax": (("schedule_a.7",), *_ITEMIZED),
    "itemized.real_estate_tax": (("schedule_a.7",), *_ITEMIZED),
    "itemized.mortgage_interest": _ITEMIZED,
    "itemized.charity_cash": (("schedule_a.14", _GIFTS), *_ITEMIZED),
    "itemized.charity_noncash": (("schedule_a.14",), *_ITEMIZED),
    "special_deductions.qualified_tips": (("schedule_1a.13",), *_LESS_TAXED),
    "special_deductions.qualified_overtime": (("schedule_1a.21",), *_LESS_TAXED),
    "special_deductions.car_loan_interest": (("schedule_1a.30",), *_LESS_TAXED),
    "credits.dependent_care_expenses": (("2441.6",), ("schedule_3.2",), *_LESS_TAX),
    OF_STUDENTS: (("8863.7",), ("schedule_3.3", "1040.29"), *_LESS_TAX),
    "credits.lifetime_learning_expenses": (("8863.18",), ("schedule_3.3",), *_LESS_TAX),
    "credits.retirement_contributions_taxpayer": _SAVED,
    "credits.retirement_contributions_spouse": _SAVED,
    "credits.disabled_access_expenditures": (("8826.5",), ("schedule_3.6a",), *_LESS_TAX),
}
"""Fields of the engine. Of gains, only losses count here: a gain is no cost."""


def stop_of(tried: Tried) -> str:
    """The line at which an amount stops; empty where every gate changes, and something else makes up for it."""
    gates = (gate for gate in ROADS[tried.field] if not any(map(tried.changes, gate)))
    return next(gates, ("",))[0]
