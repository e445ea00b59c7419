"""What a person told us for one tax year, as they say it; nothing where nothing was said.

services/returns/reckoning.py turns it into the input of services.tax.
"""

from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic import Field, ValidationError

from db.values.returns import FilingStatus
from services.errors import Invalid
from services.returns.answers.amounts import Adjustments, Credits, Income, Itemized, Payments, SpecialDeductions
from services.returns.answers.costs import MOST_COSTS, Cost, Household
from services.returns.answers.forms import Forms
from services.returns.answers.had import Had
from services.returns.answers.parts import Part
from services.returns.answers.people import COLLEGE, Adult, Dependent
from services.returns.answers.situations import Situations

__all__ = [
    "COLLEGE",
    "MOST_DEPENDENTS",
    "Adjustments",
    "Adult",
    "Answers",
    "Credits",
    "Dependent",
    "Had",
    "Income",
    "Itemized",
    "Payments",
    "Situations",
    "SpecialDeductions",
    "answer_at",
    "college_costs",
    "put_answer",
]
MOST_DEPENDENTS = 20


class Answers(Part):
    """Everything that the estimate page, the page of costs for hearing and the interview ask.

    What is added here has to be None or empty where nothing was said: documents saved before do not have it.
    `left_at` is no answer: it is the step of the interview that was opened last. Nor is `carried_from`: it is the
    return of the year before from which this one was begun. `confirmed` has the amounts, as text, that were asked about
    and are right, by their path and the question; those of boxes are in their form.
    """

    filing_status: FilingStatus | None = None
    lived_apart_all_year: bool | None = None
    specified_service_trade: bool | None = None
    taxpayer: Adult = Field(default_factory=Adult)
    spouse: Adult = Field(default_factory=Adult)
    dependents: list[Dependent] = Field(default_factory=list, max_length=MOST_DEPENDENTS)
    forms: Forms = Field(default_factory=Forms)
    income: Income = Field(default_factory=Income)
    adjustments: Adjustments = Field(default_factory=Adjustments)
    itemized: Itemized = Field(default_factory=Itemized)
    special_deductions: SpecialDeductions = Field(default_factory=SpecialDeductions)
    credits: Credits = Field(default_factory=Credits)
    payments: Payments = Field(default_factory=Payments)
    situations: Situations = Field(default_factory=Situations)
    had: Had = Field(default_factory=Had)
    left_at: str | None = Field(default=None, max_length=40)
    carried_from: UUID | None = None
    everything_told: bool | None = None
    costs: list[Cost] = Field(default_factory=list, max_length=MOST_COSTS)
    household: Household = Field(default_factory=Household)
    confirmed: dict[str, str] = Field(default_factory=dict)

    @property
    def is_joint(self) -> bool:
        """Whether two people file it together."""
        return self.filing_status is FilingStatus.MARRIED_JOINT

    @property
    def may_have_spouse(self) -> bool:
        """Whether they may be married: they said so, or nothing about it yet."""
        married = {FilingStatus.MARRIED_JOINT, FilingStatus.MARRIED_SEPARATE}
        return self.filing_status is None or self.filing_status in married

    @property
    def adults(self) -> tuple[Adult, ...]:
        """Whose income is on the return: the taxpayer's, and on a joint return the spouse's too."""
        return (self.taxpayer, self.spouse) if self.is_joint else (self.taxpayer,)


def answer_at(answers: Answers, path: str) -> Any:
    """The value at a dotted path: `taxpayer.wages`, `forms.w2.<id>.box_1`; Invalid(path) if there is none."""
    part: Any = answers
    try:
        for step in path.split("."):
            part = _with_id(part, step) if isinstance(part, list) else getattr(part, step)
    except (AttributeError, StopIteration):
        raise Invalid(path, "answer.unknown_question") from None
    return part


def _with_id(listed: list[Any], wanted: str) -> Any:
    return next(one for one in listed if str(one.id) == wanted)


def college_costs(answers: Answers) -> list[tuple[str, Decimal]]:
    """The path and the amount of each student on the return, in the order in which services.tax takes them."""
    adults = {"taxpayer": answers.taxpayer, **({"spouse": answers.spouse} if answers.is_joint else {})}
    students: dict[str, Adult | Dependent] = {**adults, **{f"dependents.{one.id}": one for one in answers.dependents}}
    costs = ((f"{who}.{COLLEGE}", one.american_opportunity_expenses) for who, one in students.items())
    return [(path, amount) for path, amount in costs if amount is not None]


def put_answer(answers: Answers, path: str, value: object) -> None:
    """Set the value at a dotted path; Invalid(path) when it can't be one."""
    above, _, name = path.rpartition(".")
    part = answer_at(answers, above) if above else answers
    if name not in type(part).model_fields:
        raise Invalid(path, "answer.unknown_question")
    try:
        setattr(part, name, value)
    except ValidationError as problem:
        raise Invalid(path, _CODES.get(problem.errors()[0]["type"], "answer.not_usable")) from None


_CODES = {
    "born_too_early": "answer.born_too_early",
    "business_loss": "tax.input.business_loss",
    "greater_than_equal": "answer.too_small",
    "less_than_equal": "answer.too_large",
    "string_pattern_mismatch": "answer.not_a_code",
    "string_too_long": "answer.name_too_long",
    "decimal_max_places": "answer.cents_only",
    "miles": "finder.input.miles",
    "employees": "finder.input.employees",
}
