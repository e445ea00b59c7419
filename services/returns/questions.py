"""What the estimate page asks, as data: topics in the order of the page, and what kind of answer each question takes.

The words are in content/en/estimate.toml under `topic.<name>` and `question.<path>`; a dependent's questions are under
`question.dependent`.
"""

from dataclasses import dataclass
from enum import Enum, auto

from db.values import FilingStatus
from services.returns.answers import Answers


class Kind(Enum):
    """What a question takes as an answer."""

    MONEY = auto()
    DATE = auto()
    YES_NO = auto()
    FILING_STATUS = auto()


class When(Enum):
    """For whom a topic or question matters."""

    ALWAYS = auto()
    JOINT = auto()
    SEPARATE = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the dotted path of its answer, its kind, and for whom it matters."""

    path: str
    kind: Kind = Kind.MONEY
    when: When = When.ALWAYS
    may_be_negative: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A section of the page: one document in the person's hands, or one part of their life.

    `only_if_opened`: most people do not have it, so its questions wait behind a line that opens them.
    """

    name: str
    questions: tuple[Question, ...]
    when: When = When.ALWAYS
    only_if_opened: bool = False


def _money(part: str, *names: str) -> tuple[Question, ...]:
    return tuple(Question(f"{part}.{name}") for name in names)


DEPENDENT_QUESTIONS = (
    Question("date_of_birth", Kind.DATE),
    Question("full_time_student", Kind.YES_NO),
    Question("permanently_disabled", Kind.YES_NO),
)

TOPICS = (
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
    Topic(
        "w2",
        (
            Question("taxpayer.wages"),
            Question("spouse.wages", when=When.JOINT),
            Question("payments.federal_income_tax_withheld"),
        ),
    ),
    Topic(
        "business",
        (
            Question("taxpayer.self_employment_net_profit"),
            Question("spouse.self_employment_net_profit", when=When.JOINT),
        ),
        only_if_opened=True,
    ),
    Topic("social_security", _money("income", "social_security_benefits"), only_if_opened=True),
    Topic("pensions", _money("income", "taxable_pensions", "taxable_ira_distributions"), only_if_opened=True),
    Topic("unemployment", _money("income", "unemployment_compensation"), only_if_opened=True),
    Topic(
        "savings",
        (
            *_money("income", "taxable_interest", "tax_exempt_interest", "ordinary_dividends", "qualified_dividends"),
            Question("income.long_term_capital_gain", may_be_negative=True),
        ),
        only_if_opened=True,
    ),
    Topic("adjustments", _money("adjustments", "student_loan_interest_paid", "educator_expenses"), only_if_opened=True),
    Topic(
        "itemized",
        _money(
            "itemized",
            "medical_expenses",
            "state_local_income_tax",
            "real_estate_tax",
            "mortgage_interest",
            "charity_cash",
        ),
        only_if_opened=True,
    ),
    Topic("care", _money("credits", "dependent_care_expenses"), only_if_opened=True),
    Topic("payments", _money("payments", "estimated_tax_payments"), only_if_opened=True),
)


def matters(when: When, answers: Answers) -> bool:
    """Whether a topic or question matters for a person with these answers."""
    status = {When.JOINT: FilingStatus.MARRIED_JOINT, When.SEPARATE: FilingStatus.MARRIED_SEPARATE}.get(when)
    return status is None or answers.filing_status is status
