"""The lines of the return, one module a topic. Importing this package declares them all."""

from services.tax.lines import additional_child_credit, deductions, minimum_tax, other_taxes, payments, schedule_a

__all__ = ["TOPICS", "additional_child_credit", "deductions", "minimum_tax", "other_taxes", "payments", "schedule_a"]

TOPICS = (
    "income",
    "social_security",
    "self_employment",
    "adjustments",
    "gross_income",
    "standard_deduction",
    "schedule_a",
    "deductions",
    "schedule_1a",
    "business_deduction",
    "taxable_income",
    "income_tax",
    "minimum_tax",
    "earnings",
    "dependent_care",
    "elderly_credit",
    "education",
    "savers_credit",
    "child_credit",
    "other_taxes",
    "earned_income_credit",
    "additional_child_credit",
    "payments",
)
"""The topics that have lines, in the order in which a person reads a return."""

deductions.itemizes.settle_by(minimum_tax.tax_before_credits, worth_trying=schedule_a.itemized_before_limit)
