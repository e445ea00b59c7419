"""The amounts of a return under the names of the test returns (`expected`), which the batch command prints."""

from services.tax.cells import Line, Worksheet
from services.tax.lines.credits.additional_child_credit import additional_child_credit
from services.tax.lines.credits.child_credit import credit_for_children, other_dependent_credit
from services.tax.lines.credits.dependent_care import care_credit
from services.tax.lines.credits.earned_income_credit import earned_income_credit
from services.tax.lines.credits.education import education_credit, refundable_opportunity_credit
from services.tax.lines.credits.elderly_credit import elderly_credit
from services.tax.lines.deductions.business_deduction import business_deduction
from services.tax.lines.deductions.choice import charity_without_itemizing, standard_deduction
from services.tax.lines.deductions.schedule_1a import car_loan, overtime, senior_deduction, tips
from services.tax.lines.deductions.taxable_income import itemized_deduction, taxable_income
from services.tax.lines.income.gross_income import adjusted_gross_income
from services.tax.lines.income.self_employment import self_employment_tax
from services.tax.lines.income.social_security import taxable_benefits
from services.tax.lines.payments import refundable_credits, total_tax
from services.tax.lines.taxes.income_tax import tax
from services.tax.lines.taxes.minimum_tax import minimum_tax
from services.tax.lines.taxes.other_taxes import additional_medicare_tax, net_investment_income_tax
from services.tax.money import Money

_LINES: dict[str, Line] = {
    "adjusted_gross_income": adjusted_gross_income,
    "taxable_social_security": taxable_benefits,
    "standard_deduction": standard_deduction,
    "itemized_deduction": itemized_deduction,
    "qbi_deduction": business_deduction,
    "senior_deduction": senior_deduction,
    "overtime_deduction": overtime,
    "tips_deduction": tips,
    "car_loan_interest_deduction": car_loan,
    "taxable_income": taxable_income,
    "tax_before_amt_and_credits": tax,
    "alternative_minimum_tax": minimum_tax,
    "dependent_care_credit": care_credit,
    "schedule_r_credit": elderly_credit,
    "child_and_other_dependent_credit_nonrefundable": credit_for_children,
    "other_dependent_credit": other_dependent_credit,
    "education_credits_nonrefundable": education_credit,
    "american_opportunity_refundable": refundable_opportunity_credit,
    "additional_child_tax_credit": additional_child_credit,
    "earned_income_credit": earned_income_credit,
    "self_employment_tax": self_employment_tax,
    "additional_medicare_tax": additional_medicare_tax,
    "net_investment_income_tax": net_investment_income_tax,
}


def summary(sheet: Worksheet) -> dict[str, Money]:
    """Cents by name, in the order of the test returns. Two names mean more than their line: the standard deduction
    holds the gifts of those who do not itemize, and the credit for children is without that for other dependents."""
    amounts = {name: sheet[line] for name, line in _LINES.items()}
    amounts["standard_deduction"] += sheet[charity_without_itemizing]
    after_credits = sheet[total_tax] - sheet[refundable_credits]
    payroll = sheet[self_employment_tax] + sheet[additional_medicare_tax]
    amounts["income_tax_after_refundable_credits"] = after_credits - payroll
    amounts["tax_after_all_credits"] = after_credits
    return amounts
