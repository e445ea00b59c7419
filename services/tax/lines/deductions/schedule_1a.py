"""Schedule 1-A: deductions for tips, overtime, car loan interest and people aged 65 or older. IRC 151(d)(5), 163(h)(4),
224, 225. They come on top of the standard deduction or the itemized ones."""

from services.tax.cells import Worksheet, line
from services.tax.inputs import car_loan_interest, qualified_overtime, qualified_tips
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.people import seniors
from services.tax.money import Money, started

__all__ = ["additional_deductions", "car_loan", "overtime", "senior_deduction", "tips"]

_FORM = "Schedule 1-A (Form 1040)"


def _after_work_phase_out(r: Worksheet, allowed: Money) -> Money:
    """Tips and overtime lose an amount for each full step of income above the start."""
    law = r.law.additional_deductions
    over = max(0, r[adjusted_gross_income] - law.work_phase_out_start)
    return max(0, allowed - over // law.phase_out_step * law.work_phase_out_each_step)


@line("schedule_1a.13", "Qualified tips deduction", source=f"{_FORM}, line 13")
def tips(r: Worksheet) -> Money:
    return _after_work_phase_out(r, min(r[qualified_tips], r.law.additional_deductions.tips_limit))


@line("schedule_1a.21", "Qualified overtime compensation deduction", source=f"{_FORM}, line 21")
def overtime(r: Worksheet) -> Money:
    return _after_work_phase_out(r, min(r[qualified_overtime], r.law.additional_deductions.overtime_limit))


@line("schedule_1a.30", "Qualified passenger vehicle loan interest deduction", source=f"{_FORM}, line 30")
def car_loan(r: Worksheet) -> Money:
    law = r.law.additional_deductions
    over = max(0, r[adjusted_gross_income] - law.car_phase_out_start)
    lost = started(over, law.phase_out_step) * law.car_phase_out_each_step
    return max(0, min(r[car_loan_interest], law.car_limit) - lost)


@line("schedule_1a.37", "Enhanced deduction for seniors", source=f"{_FORM}, line 37")
def senior_deduction(r: Worksheet) -> Money:
    law = r.law.additional_deductions
    over = max(0, r[adjusted_gross_income] - law.senior_phase_out_start)
    each = max(0, law.senior_each - r.share(law.senior_phase_out_rate, over))
    return r[seniors] * each


@line("1040.13b", "Additional deductions from Schedule 1-A, line 38", source="Form 1040, line 13b")
def additional_deductions(r: Worksheet) -> Money:
    return r[tips] + r[overtime] + r[car_loan] + r[senior_deduction]
