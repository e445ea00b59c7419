"""The standard deduction. Being Deaf or hard of hearing adds nothing to it: only age and blindness do (IRC 63(f))."""

from services.tax.cells import Worksheet, line
from services.tax.lines.income.earnings import earned_income
from services.tax.lines.people import blind_filers, can_be_claimed, seniors
from services.tax.money import Money

__all__ = ["standard_deduction_offered"]


@line("standard.basic", "Basic standard deduction", source="Form 1040 instructions, standard deduction for most people")
def basic_standard_deduction(r: Worksheet) -> Money:
    law = r.law.standard_deduction
    if not r[can_be_claimed]:
        return law.amount
    return min(law.amount, max(law.dependent_minimum, r[earned_income] + law.dependent_earned_add_on))


@line("standard.extra", "Extra for age 65 or blindness", source="Form 1040 instructions, standard deduction chart")
def extra_standard_deduction(r: Worksheet) -> Money:
    return r.law.standard_deduction.extra_each * (r[seniors] + r[blind_filers])


@line("standard.total", "Standard deduction you could take", source="IRC 63(c)")
def standard_deduction_offered(r: Worksheet) -> Money:
    return r[basic_standard_deduction] + r[extra_standard_deduction]
