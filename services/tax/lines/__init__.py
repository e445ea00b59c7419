"""The lines of the return, one module a topic. Importing this package declares them all."""

from services.tax.lines import payments
from services.tax.lines.credits import additional_child_credit
from services.tax.lines.deductions import choice, schedule_a
from services.tax.lines.taxes import minimum_tax, other_taxes

__all__ = ["TOPICS", "additional_child_credit", "choice", "minimum_tax", "other_taxes", "payments", "schedule_a"]

TOPICS = (
    "received",
    "social_security",
    "self_employment",
    "adjustments",
    "gross_income",
    "standard_deduction",
    "schedule_a",
    "choice",
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
    "disabled_access",
    "other_taxes",
    "earned_income_credit",
    "additional_child_credit",
    "payments",
)
"""The topics that have lines, in the order in which a person reads a return."""

choice.itemizes.settle_by(minimum_tax.tax_before_credits, worth_trying=schedule_a.itemized_before_limit)
