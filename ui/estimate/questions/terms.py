"""Terms of the law, explained beside the field where somebody meets them."""

from collections.abc import Mapping

from components.term import term
from services.words import sentence

TERMS: Mapping[str, str] = {
    "question.filing_status": "filing_status",
    "question.taxpayer.date_of_birth": "standard_deduction",
    "question.taxpayer.can_be_claimed_as_dependent": "dependent",
    "question.payments.federal_income_tax_withheld": "withheld",
    "form.w2.box_2": "withheld",
    "question.taxpayer.self_employment_net_profit": "net_profit",
    "form.r_1099.box_1": "distribution",
    "question.income.tax_exempt_interest": "tax_exempt_interest",
    "form.int_1099.box_8": "tax_exempt_interest",
    "question.income.qualified_dividends": "qualified_dividends",
    "form.div_1099.box_1b": "qualified_dividends",
    "question.income.long_term_capital_gain": "capital_gain",
    "question.adjustments.student_loan_interest_paid": "adjusted_gross_income",
    "question.itemized.mortgage_interest": "itemize",
    "question.itemized.medical_expenses": "itemize",
    "question.credits.dependent_care_expenses": "credit",
}
"""By the code of a question's words, the term that is explained there."""


def explain_term(words: str) -> None:
    """The term in the question with these words, folded away: what it means, and by which source. Often nothing."""
    if words not in TERMS:
        return
    of = f"term.{TERMS[words]}"
    term(sentence(f"{of}.name"), sentence(f"{of}.meaning"), source=sentence(f"{of}.source"))
