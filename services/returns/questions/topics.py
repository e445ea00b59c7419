"""The topics of the estimate page, in its order: mostly a document that a person has in hand.

Their words are under `topic.<name>` and `question.<path>`, those of their chapters under `chapter.<name>`, and those of
a dependent's questions under `question.dependent`.
"""

from services.returns.answers import COLLEGE
from services.returns.questions.kinds import Chapter, Kind, Question, Topic, When
from services.returns.questions.situations import OTHER_SITUATIONS


def _money(part: str, *names: str, under: str = "") -> tuple[Question, ...]:
    return tuple(Question(f"{part}.{name}", under=under) for name in names)


def _of_each(name: str, kind: Kind = Kind.MONEY, *, may_be_negative: bool = False) -> tuple[Question, Question]:
    """The same question about the taxpayer and, on a joint return, about the spouse."""
    return (
        Question(f"taxpayer.{name}", kind, may_be_negative=may_be_negative),
        Question(f"spouse.{name}", kind, When.JOINT, may_be_negative),
    )


BESIDE_PAY_FORMS = ("other_business_receipts", "business_costs")
"""What else makes the profit of a person who types forms 1099-NEC."""
OF_A_YOUNG_STUDENT = ("full_time_student", "earned_half_of_support", "parent_alive")
"""What decides if a college credit is paid out: Form 8863, line 7."""
_PEOPLE = (
    Topic(
        "about_you",
        (
            Question("filing_status", Kind.FILING_STATUS),
            Question("lived_apart_all_year", Kind.YES_NO, When.SEPARATE),
            Question("taxpayer.date_of_birth", Kind.DATE),
            Question("taxpayer.blind", Kind.YES_NO),
            Question("taxpayer.can_be_claimed_as_dependent", Kind.YES_NO),
        ),
    ),
    Topic(
        "spouse",
        (
            Question("spouse.date_of_birth", Kind.DATE),
            Question("spouse.blind", Kind.YES_NO),
            Question("spouse.can_be_claimed_as_dependent", Kind.YES_NO),
        ),
        When.JOINT,
    ),
    Topic("dependents", ()),
)

_INCOME = (
    Topic("w2", (*_of_each("wages"), Question("payments.federal_income_tax_withheld"))),
    Topic(
        "tips_and_overtime",
        _money("special_deductions", "qualified_tips", "qualified_overtime"),
        only_if_opened=True,
    ),
    Topic(
        "business",
        (
            *_of_each("self_employment_net_profit", may_be_negative=True),
            *(Question(f"taxpayer.{name}", when=When.PAY_FORMS) for name in BESIDE_PAY_FORMS),
            *(Question(f"spouse.{name}", when=When.PAY_FORMS_OF_SPOUSE) for name in BESIDE_PAY_FORMS),
            Question("specified_service_trade", Kind.YES_NO, When.BUSINESS),
            Question("credits.disabled_access_expenditures", when=When.BUSINESS),
        ),
        only_if_opened=True,
    ),
    Topic("social_security", _money("income", "social_security_benefits"), only_if_opened=True),
    Topic("pensions", _money("income", "taxable_pensions", "taxable_ira_distributions"), only_if_opened=True),
    Topic(
        "disability_pension",
        (
            *_of_each("retired_on_permanent_total_disability", Kind.YES_NO),
            *_of_each("taxable_disability_income"),
        ),
        only_if_opened=True,
    ),
    Topic("unemployment", _money("income", "unemployment_compensation"), only_if_opened=True),
    Topic(
        "savings",
        (
            *_money("income", "taxable_interest", "tax_exempt_interest", under="interest"),
            *_money("income", "ordinary_dividends", "qualified_dividends", under="dividends"),
            Question("income.short_term_capital_gain", may_be_negative=True, under="sales"),
            Question("income.long_term_capital_gain", may_be_negative=True, under="sales"),
        ),
        only_if_opened=True,
    ),
)

_COSTS = (
    Topic("student_loan", _money("adjustments", "student_loan_interest_paid"), only_if_opened=True),
    Topic(
        "college",
        (
            *_of_each(COLLEGE),
            *(Question(f"taxpayer.{name}", Kind.YES_NO, When.COLLEGE_ALONE) for name in OF_A_YOUNG_STUDENT),
            *_money("credits", "lifetime_learning_expenses"),
        ),
        only_if_opened=True,
    ),
    Topic(
        "retirement",
        (
            *_money("adjustments", "ira_deduction"),
            *_money("credits", "retirement_contributions_taxpayer"),
            Question("credits.retirement_contributions_spouse", when=When.JOINT),
        ),
        only_if_opened=True,
    ),
    Topic("health_savings", _money("adjustments", "hsa_deduction"), only_if_opened=True),
    Topic("teacher", _money("adjustments", "educator_expenses"), only_if_opened=True),
    Topic("care", _money("credits", "dependent_care_expenses"), only_if_opened=True),
    Topic("car_loan", _money("special_deductions", "car_loan_interest"), only_if_opened=True),
    Topic("home", _money("itemized", "mortgage_interest", "real_estate_tax"), only_if_opened=True),
    Topic(
        "itemized",
        _money("itemized", "medical_expenses", "state_local_income_tax", "charity_cash", "charity_noncash"),
        only_if_opened=True,
    ),
)

_REST = (
    Topic("payments", _money("payments", "estimated_tax_payments"), only_if_opened=True),
    Topic("other", OTHER_SITUATIONS, only_if_opened=True),
    Topic("everything", (Question("everything_told", Kind.TICK),)),
)

CHAPTERS = (
    Chapter("people", _PEOPLE),
    Chapter("income", _INCOME),
    Chapter("costs", _COSTS),
    Chapter("rest", _REST),
)
TOPICS = tuple(topic for chapter in CHAPTERS for topic in chapter.topics)
