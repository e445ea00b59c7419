"""Schedule 8812, part I: the child tax credit and the credit for other dependents, up to the tax. IRC 24."""

from services.tax.cells import Worksheet, fact, line
from services.tax.lines.credits.dependent_care import care_credit
from services.tax.lines.credits.education import education_credit
from services.tax.lines.credits.elderly_credit import elderly_credit
from services.tax.lines.credits.savers_credit import savers_credit
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.people import children_for_child_credit, other_dependents
from services.tax.lines.taxes.minimum_tax import tax_before_credits
from services.tax.money import Money, started

__all__ = ["child_credit", "credit_for_children", "other_dependent_credit", "whole_child_credit"]

_FORM = "Schedule 8812 (Form 1040)"


@line("8812.5", "For children under 17", source=f"{_FORM}, line 5")
def for_children(r: Worksheet) -> Money:
    return r[children_for_child_credit] * r.law.child_credit.each_child


@line("8812.7", "For other dependents", source=f"{_FORM}, line 7")
def for_others(r: Worksheet) -> Money:
    return r[other_dependents] * r.law.child_credit.each_other


@fact
def for_everyone(r: Worksheet) -> Money:
    """Schedule 8812, line 8."""
    return r[for_children] + r[for_others]


@fact
def child_credit_steps(r: Worksheet) -> int:
    """How many steps income is above the start; one that is begun counts as well."""
    law = r.law.child_credit
    return started(max(0, r[adjusted_gross_income] - law.phase_out_start), law.phase_out_step)


@fact
def income_above_child_credit_start(r: Worksheet) -> Money:
    """Schedule 8812, line 10: in full steps."""
    return r[child_credit_steps] * r.law.child_credit.phase_out_step


@line("8812.11", "Less because of higher income", source=f"{_FORM}, line 11")
def child_credit_phase_out(r: Worksheet) -> Money:
    return r[child_credit_steps] * r.law.child_credit.phase_out_each_step


@line("8812.12", "Credit for children and other dependents", source=f"{_FORM}, line 12")
def whole_child_credit(r: Worksheet) -> Money:
    return max(0, r[for_everyone] - r[child_credit_phase_out])


@line("8812.13", "Tax that this credit can lower", source=f"{_FORM}, line 13")
def tax_left_for_child_credit(r: Worksheet) -> Money:
    other_credits = r[care_credit] + r[education_credit] + r[savers_credit] + r[elderly_credit]
    return r[tax_before_credits] - other_credits


@line("1040.19", "Child tax credit or credit for other dependents", source="Form 1040, line 19")
def child_credit(r: Worksheet) -> Money:
    return min(r[whole_child_credit], r[tax_left_for_child_credit])


@line("8812.14.others", "The share of line 14 for other dependents", source=f"{_FORM}, line 14")
def other_dependent_credit(r: Worksheet) -> Money:
    return r.portion(r[child_credit], r[for_others], r[for_everyone]) if r[for_everyone] else 0


@line("8812.14.children", "The share of line 14 for children under 17", source=f"{_FORM}, line 14")
def credit_for_children(r: Worksheet) -> Money:
    return r[child_credit] - r[other_dependent_credit]
