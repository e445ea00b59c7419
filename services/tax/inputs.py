"""The fields of a return: what a person can be asked. Amounts are cents, one cell a field."""

from dataclasses import dataclass
from typing import Any

from db.values.returns import FilingStatus
from services.tax.cells import Input
from services.tax.money import Money
from services.tax.situations import Situation


@dataclass(frozen=True, slots=True)
class Dependent:
    """A person whom the filer supports, who has a social security number and lived with the filer all year."""

    age: int = 0
    full_time_student: bool = False
    permanently_disabled: bool = False


def _amount(path: str) -> Input[Money]:
    return Input(path, 0)


def _box(path: str) -> Input[Money | None]:
    """An amount of which it matters whether it was given: nothing is not zero."""
    return Input(path, None)


def _flag(path: str) -> Input[bool]:
    return Input(path, False)


def _yes_no_or_untold(path: str) -> Input[bool | None]:
    """Where neither yes nor no can be taken for granted."""
    return Input(path, None)


filing_status = Input("filing_status", FilingStatus.SINGLE)
lived_apart_all_year = _flag("lived_apart_all_year")
specified_service_trade = _flag("specified_service_trade")
situations: Input[tuple[Situation, ...]] = Input("situations", ())
dependents: Input[tuple[Dependent, ...]] = Input("dependents", ())

taxpayer_age = Input("taxpayer.age", 0)
taxpayer_blind = _flag("taxpayer.blind")
taxpayer_wages = _amount("taxpayer.wages")
taxpayer_boxes_3_and_7 = _box("taxpayer.social_security_wages")
taxpayer_box_5 = _box("taxpayer.medicare_wages")
taxpayer_business_profit = _amount("taxpayer.self_employment_net_profit")
taxpayer_can_be_claimed = _flag("taxpayer.can_be_claimed_as_dependent")
taxpayer_disability_retired = _flag("taxpayer.retired_on_permanent_total_disability")
taxpayer_disability_income = _amount("taxpayer.taxable_disability_income")
full_time_student = _yes_no_or_untold("taxpayer.full_time_student")
earned_half_of_support = _yes_no_or_untold("taxpayer.earned_half_of_support")
parent_alive = _yes_no_or_untold("taxpayer.parent_alive")

spouse_age = Input("spouse.age", 0)
spouse_blind = _flag("spouse.blind")
spouse_wages = _amount("spouse.wages")
spouse_boxes_3_and_7 = _box("spouse.social_security_wages")
spouse_box_5 = _box("spouse.medicare_wages")
spouse_business_profit = _amount("spouse.self_employment_net_profit")
spouse_can_be_claimed = _flag("spouse.can_be_claimed_as_dependent")
spouse_disability_retired = _flag("spouse.retired_on_permanent_total_disability")
spouse_disability_income = _amount("spouse.taxable_disability_income")

taxable_interest = _amount("income.taxable_interest")
tax_exempt_interest = _amount("income.tax_exempt_interest")
ordinary_dividends = _amount("income.ordinary_dividends")
qualified_dividends = _amount("income.qualified_dividends")
short_term_capital_gain = _amount("income.short_term_capital_gain")
long_term_capital_gain = _amount("income.long_term_capital_gain")
taxable_ira_distributions = _amount("income.taxable_ira_distributions")
taxable_pensions = _amount("income.taxable_pensions")
unemployment_compensation = _amount("income.unemployment_compensation")
social_security_benefits = _amount("income.social_security_benefits")

educator_expenses = _amount("adjustments.educator_expenses")
student_loan_interest = _amount("adjustments.student_loan_interest")
student_loan_interest_paid = _amount("adjustments.student_loan_interest_paid")
ira_deduction = _amount("adjustments.ira_deduction")
hsa_deduction = _amount("adjustments.hsa_deduction")

medical_expenses = _amount("itemized.medical_expenses")
state_local_income_tax = _amount("itemized.state_local_income_tax")
real_estate_tax = _amount("itemized.real_estate_tax")
mortgage_interest = _amount("itemized.mortgage_interest")
charity_cash = _amount("itemized.charity_cash")
charity_noncash = _amount("itemized.charity_noncash")
impairment_related_work_expenses = _amount("itemized.impairment_related_work_expenses")

qualified_tips = _amount("special_deductions.qualified_tips")
qualified_overtime = _amount("special_deductions.qualified_overtime")
car_loan_interest = _amount("special_deductions.car_loan_interest")

dependent_care_expenses = _amount("credits.dependent_care_expenses")
american_opportunity_expenses: Input[tuple[Money, ...]] = Input("credits.american_opportunity_expenses", ())
lifetime_learning_expenses = _amount("credits.lifetime_learning_expenses")
retirement_contributions_taxpayer = _amount("credits.retirement_contributions_taxpayer")
retirement_contributions_spouse = _amount("credits.retirement_contributions_spouse")
disabled_access_expenditures = _amount("credits.disabled_access_expenditures")

federal_income_tax_withheld = _amount("payments.federal_income_tax_withheld")
estimated_tax_payments = _amount("payments.estimated_tax_payments")

INPUTS: dict[str, Input[Any]] = {cell.name: cell for cell in list(globals().values()) if isinstance(cell, Input)}
"""Every field by its dotted path."""
