"""The amounts on a return, by the part of it in which they stand. The names are those of services.tax."""

from services.returns.answers.parts import Dollars, DollarsOrLoss, Part


class Income(Part):
    """Income other than wages, by the form that reports it."""

    taxable_interest: Dollars | None = None
    tax_exempt_interest: Dollars | None = None
    ordinary_dividends: Dollars | None = None
    qualified_dividends: Dollars | None = None
    short_term_capital_gain: DollarsOrLoss | None = None
    long_term_capital_gain: DollarsOrLoss | None = None
    taxable_ira_distributions: Dollars | None = None
    taxable_pensions: Dollars | None = None
    unemployment_compensation: Dollars | None = None
    social_security_benefits: Dollars | None = None


class Adjustments(Part):
    """Amounts that lower income before anything else (Schedule 1, part II)."""

    educator_expenses: Dollars | None = None
    student_loan_interest_paid: Dollars | None = None
    ira_deduction: Dollars | None = None
    hsa_deduction: Dollars | None = None


class Itemized(Part):
    """Costs that may be itemized on Schedule A."""

    medical_expenses: Dollars | None = None
    state_local_income_tax: Dollars | None = None
    real_estate_tax: Dollars | None = None
    mortgage_interest: Dollars | None = None
    charity_cash: Dollars | None = None
    charity_noncash: Dollars | None = None


class SpecialDeductions(Part):
    """Deductions that come on top of the standard or the itemized ones (Schedule 1-A)."""

    qualified_tips: Dollars | None = None
    qualified_overtime: Dollars | None = None
    car_loan_interest: Dollars | None = None


class Credits(Part):
    """Costs that a credit depends on. Those of college students stand with the student."""

    dependent_care_expenses: Dollars | None = None
    lifetime_learning_expenses: Dollars | None = None
    retirement_contributions_taxpayer: Dollars | None = None
    retirement_contributions_spouse: Dollars | None = None
    disabled_access_expenditures: Dollars | None = None


class Payments(Part):
    """Tax that has been paid already."""

    federal_income_tax_withheld: Dollars | None = None
    estimated_tax_payments: Dollars | None = None
