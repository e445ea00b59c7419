"""Form 2441: the credit for child and dependent care. IRC 21."""

from services.tax.cells import Worksheet, fact, line
from services.tax.inputs import dependent_care_expenses
from services.tax.lines.income.earnings import lower_earnings
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.income.social_security import lived_with_spouse
from services.tax.lines.people import people_needing_care
from services.tax.lines.taxes.minimum_tax import tax_before_credits
from services.tax.money import Money, Rate, started

__all__ = ["care_costs", "care_credit"]


@fact
def most_care_costs(r: Worksheet) -> Money:
    """The costs that count at most, by how many need care (IRC 21(c))."""
    law = r.law.dependent_care
    return law.limit_one if r[people_needing_care] == 1 else law.limit_two_or_more


@fact
def care_costs_up_to_limit(r: Worksheet) -> Money:
    """Form 2441, line 3."""
    return min(r[dependent_care_expenses], r[most_care_costs])


@line("2441.6", "Care costs that count", source="Form 2441, line 6")
def care_costs(r: Worksheet) -> Money:
    if not r[people_needing_care] or r[lived_with_spouse]:
        return 0
    return min(r[care_costs_up_to_limit], max(0, r[lower_earnings]))


@fact
def care_percent(r: Worksheet) -> int:
    """Form 2441, line 8: one point less for each step, or part of one, of adjusted gross income."""
    law, income = r.law.dependent_care, r[adjusted_gross_income]
    first = law.top_percent - started(max(0, income - law.first_start), law.first_step)
    second = started(max(0, income - law.second_start), law.second_step)
    return max(law.second_floor_percent, max(law.first_floor_percent, first) - second)


@line("2441.9a", "Credit before the limit", source="Form 2441, line 9a")
def care_credit_before_limit(r: Worksheet) -> Money:
    return r.share(Rate.percent(r[care_percent]), r[care_costs])


@line("schedule_3.2", "Credit for child and dependent care expenses", source="Schedule 3 (Form 1040), line 2")
def care_credit(r: Worksheet) -> Money:
    return min(r[care_credit_before_limit], r[tax_before_credits])
