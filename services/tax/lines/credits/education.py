"""Form 8863: the American opportunity credit and the lifetime learning credit. IRC 25A."""

from dataclasses import dataclass

from services.tax.cells import Worksheet, fact, line
from services.tax.inputs import american_opportunity_expenses, lifetime_learning_expenses
from services.tax.lines.credits.dependent_care import care_credit
from services.tax.lines.credits.elderly_credit import elderly_credit
from services.tax.lines.credits.young_student import refund_of_credit_refused
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.people import can_be_claimed, separate
from services.tax.lines.taxes.minimum_tax import tax_before_credits
from services.tax.money import Money, Rate

__all__ = ["education_credit", "opportunity_credit", "refundable_opportunity_credit"]


@dataclass(frozen=True, slots=True)
class Student:
    """Form 8863, lines 27 to 30: costs that count, those of them that count in part, their share, and the credit."""

    costs: Money
    partial: Money
    share: Money
    credit: Money


def _student(costs: Money, r: Worksheet) -> Student:
    law = r.law.education
    counted = min(r.entered(costs), law.full_part + law.partial_part)
    partial = max(0, counted - law.full_part)
    share = r.share(law.partial_rate, partial)
    return Student(counted, partial, share, counted - partial + share)


@fact
def students(r: Worksheet) -> tuple[Student, ...]:
    """Those who have costs, in the order in which the costs were told."""
    return tuple(_student(costs, r) for costs in r[american_opportunity_expenses] if costs)


@fact
def opportunity_credit_before_phase_out(r: Worksheet) -> Money:
    """Form 8863, line 1: of all students."""
    return sum(student.credit for student in r[students])


@fact
def end_of_education_credit(r: Worksheet) -> Money:
    """Form 8863, lines 2 and 13: the income from which on there is no credit."""
    return r.law.education.phase_out_start + r.law.education.phase_out_range


@fact
def income_to_end_of_education_credit(r: Worksheet) -> Money:
    """Form 8863, lines 4 and 15: nothing for whom income, status or a claim of somebody else leaves no credit."""
    return 0 if r[separate] or r[can_be_claimed] else max(0, r[end_of_education_credit] - r[adjusted_gross_income])


@fact
def share_of_education_credit(r: Worksheet) -> Rate:
    """Form 8863, lines 6 and 17: what income leaves of the credits, as a decimal of three places."""
    range_ = r.law.education.phase_out_range
    return Rate.to_three_places(min(r[income_to_end_of_education_credit], range_), range_)


@line("8863.7", "American opportunity credit, all of it", source="Form 8863, line 7")
def opportunity_credit(r: Worksheet) -> Money:
    return r.share(r[share_of_education_credit], r[opportunity_credit_before_phase_out])


@line("1040.29", "American opportunity credit from Form 8863, line 8", source="Form 1040, line 29")
def refundable_opportunity_credit(r: Worksheet) -> Money:
    return 0 if r[refund_of_credit_refused] else r.share(r.law.education.refundable_share, r[opportunity_credit])


@fact
def opportunity_credit_against_tax(r: Worksheet) -> Money:
    """Form 8863, line 9: the part that is not paid out without tax."""
    return r[opportunity_credit] - r[refundable_opportunity_credit]


@fact
def lifetime_costs_up_to_limit(r: Worksheet) -> Money:
    """Form 8863, line 11."""
    return min(r[lifetime_learning_expenses], r.law.education.lifetime_limit)


@fact
def lifetime_credit_before_phase_out(r: Worksheet) -> Money:
    """Form 8863, line 12."""
    return r.share(r.law.education.lifetime_rate, r[lifetime_costs_up_to_limit])


@line("8863.18", "Lifetime learning credit", source="Form 8863, line 18")
def lifetime_credit(r: Worksheet) -> Money:
    return r.share(r[share_of_education_credit], r[lifetime_credit_before_phase_out])


@line("schedule_3.3", "Education credits from Form 8863, line 19", source="Schedule 3 (Form 1040), line 3")
def education_credit(r: Worksheet) -> Money:
    credit = r[opportunity_credit_against_tax] + r[lifetime_credit]
    return min(credit, r[tax_before_credits] - r[care_credit] - r[elderly_credit])
