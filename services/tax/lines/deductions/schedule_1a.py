"""Schedule 1-A: deductions for tips, overtime, car loan interest and people aged 65 or older. IRC 151(d)(5), 163(h)(4),
224, 225. They come on top of the standard deduction or the itemized ones."""

from services.tax.cells import Worksheet, fact, line
from services.tax.inputs import car_loan_interest, qualified_overtime, qualified_tips
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.people import seniors
from services.tax.money import Money, started

__all__ = ["additional_deductions", "car_loan", "overtime", "senior_deduction", "tips"]

_FORM = "Schedule 1-A (Form 1040)"


@fact
def income_above_work_start(r: Worksheet) -> Money:
    """Schedule 1-A, lines 10 and 18."""
    return max(0, r[adjusted_gross_income] - r.law.additional_deductions.work_phase_out_start)


@fact
def work_phase_out_steps(r: Worksheet) -> int:
    """Schedule 1-A, lines 11 and 19: full ones only."""
    return r[income_above_work_start] // r.law.additional_deductions.phase_out_step


@fact
def work_phase_out(r: Worksheet) -> Money:
    """Schedule 1-A, lines 12 and 20: what tips and overtime lose."""
    return r[work_phase_out_steps] * r.law.additional_deductions.work_phase_out_each_step


@fact
def tips_up_to_limit(r: Worksheet) -> Money:
    """Schedule 1-A, line 7."""
    return min(r[qualified_tips], r.law.additional_deductions.tips_limit)


@line("schedule_1a.13", "Qualified tips deduction", source=f"{_FORM}, line 13")
def tips(r: Worksheet) -> Money:
    return max(0, r[tips_up_to_limit] - r[work_phase_out])


@fact
def overtime_up_to_limit(r: Worksheet) -> Money:
    """Schedule 1-A, line 15."""
    return min(r[qualified_overtime], r.law.additional_deductions.overtime_limit)


@line("schedule_1a.21", "Qualified overtime compensation deduction", source=f"{_FORM}, line 21")
def overtime(r: Worksheet) -> Money:
    return max(0, r[overtime_up_to_limit] - r[work_phase_out])


@fact
def car_loan_up_to_limit(r: Worksheet) -> Money:
    """Schedule 1-A, line 24."""
    return min(r[car_loan_interest], r.law.additional_deductions.car_limit)


@fact
def income_above_car_start(r: Worksheet) -> Money:
    """Schedule 1-A, line 27."""
    return max(0, r[adjusted_gross_income] - r.law.additional_deductions.car_phase_out_start)


@fact
def car_phase_out_steps(r: Worksheet) -> int:
    """Schedule 1-A, line 28: one that is begun counts as well."""
    return started(r[income_above_car_start], r.law.additional_deductions.phase_out_step)


@fact
def car_phase_out(r: Worksheet) -> Money:
    """Schedule 1-A, line 29: what interest on a car loan loses."""
    return r[car_phase_out_steps] * r.law.additional_deductions.car_phase_out_each_step


@line("schedule_1a.30", "Qualified passenger vehicle loan interest deduction", source=f"{_FORM}, line 30")
def car_loan(r: Worksheet) -> Money:
    return max(0, r[car_loan_up_to_limit] - r[car_phase_out])


@fact
def income_above_senior_start(r: Worksheet) -> Money:
    """Schedule 1-A, line 33."""
    return max(0, r[adjusted_gross_income] - r.law.additional_deductions.senior_phase_out_start)


@fact
def senior_phase_out(r: Worksheet) -> Money:
    """Schedule 1-A, line 34: what each senior loses."""
    return r.share(r.law.additional_deductions.senior_phase_out_rate, r[income_above_senior_start])


@fact
def deduction_of_each_senior(r: Worksheet) -> Money:
    """Schedule 1-A, line 35."""
    return max(0, r.law.additional_deductions.senior_each - r[senior_phase_out])


@line("schedule_1a.37", "Enhanced deduction for seniors", source=f"{_FORM}, line 37")
def senior_deduction(r: Worksheet) -> Money:
    return r[seniors] * r[deduction_of_each_senior]


@line("1040.13b", "Additional deductions from Schedule 1-A, line 38", source="Form 1040, line 13b")
def additional_deductions(r: Worksheet) -> Money:
    return r[tips] + r[overtime] + r[car_loan] + r[senior_deduction]
