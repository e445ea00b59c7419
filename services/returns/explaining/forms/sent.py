"""Which forms have to come with Form 1040, and which lines of them are asked for."""

from collections.abc import Mapping

from services.returns.explaining.forms.worked_out.own_business import is_phased_in
from services.tax import Computed

_SENT_FOR: Mapping[str, tuple[str, ...]] = {
    "Form 1040": (),
    "Schedule 1 (Form 1040)": ("schedule_1.3", "schedule_1.7", "1040.8", "1040.10"),
    "Schedule 1-A (Form 1040)": ("1040.13b",),
    "Schedule 2 (Form 1040)": ("schedule_2.2", "1040.23"),
    "Schedule 3 (Form 1040)": ("1040.20",),
    "Schedule A (Form 1040)": ("schedule_a.17",),
    "Schedule B (Form 1040)": ("schedule_b.4", "schedule_b.6"),
    "Schedule C (Form 1040)": ("schedule_c.31",),
    "Schedule D (Form 1040)": ("schedule_d.7", "schedule_d.15"),
    "Schedule EIC (Form 1040)": ("1040.27a",),
    "Schedule R (Form 1040)": ("schedule_3.6d",),
    "Schedule SE (Form 1040)": ("schedule_se.12",),
    "Form 2106": ("schedule_a.17",),
    "Form 2441": ("schedule_3.2",),
    "Form 3800": ("8826.8",),
    "Form 6251": ("schedule_2.2",),
    "Schedule 8812 (Form 1040)": ("1040.19", "1040.28"),
    "Form 8826": ("8826.8",),
    "Form 8863": ("schedule_3.3", "1040.29"),
    "Form 8880": ("schedule_3.4",),
    "Form 8959": ("schedule_2.11",),
    "Form 8960": ("schedule_2.12",),
    "Form 8995": ("1040.13a",),
    "Form 8995-A": ("1040.13a",),
}
"""By form: the lines for which it is there. It is sent when one of them is not zero; Form 1040 is always sent."""
ORDER = tuple(_SENT_FOR)
"""Schedules by number, then by letter; then forms by number."""
_WITH_MORE_INCOME = {"Form 8995": False, "Form 8995-A": True}
"""Of these two forms one is sent: the second, when income is above the start of the phase-in (as their heads say)."""
_TO_BE_PAID_OUT = ("8812.17", "8812.18a", "8812.20")
_OF_PAY_BOXES = {f"schedule_se.8a.{who}": f"{who}.social_security_wages" for who in ("taxpayer", "spouse")}
_BY_PAYROLL_TAX = ("8812.21", "8812.25")


def is_sent(form: str, whose: str, computed: Computed) -> bool:
    """Whether this form, of one of two people where each has their own, has to come with the return."""
    if _WITH_MORE_INCOME.get(form, is_phased_in(computed)) is not is_phased_in(computed):
        return False
    above = computed.sheet.law.forms.schedule_b_above if form.startswith("Schedule B ") else 0
    needed = [f"{line}.{whose}" if whose else line for line in _SENT_FOR[form]]
    return not needed or any(abs(computed.line(line).amount) > above for line in needed)


def is_asked(line: str, computed: Computed) -> bool:
    """Whether a form asks this person for a line. Schedule 8812 sends many past its second part, or half of it."""
    if line == "8995.4":
        return not is_phased_in(computed)  # Form 8995-A has a column for each business
    if line in _OF_PAY_BOXES:
        return computed.given.answer(_OF_PAY_BOXES[line]) is not None  # else nobody knows but box 1
    left = computed.line("8812.17").amount
    if line in _TO_BE_PAID_OUT:
        return left > 0
    if line in _BY_PAYROLL_TAX:
        many = computed.fact("children_for_child_credit") >= computed.sheet.law.child_credit.many_children
        return many and left > computed.line("8812.20").amount
    return True
