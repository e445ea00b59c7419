"""What was answered a year ago, for the hint beside the same question of this year. It is never an answer."""

from dataclasses import dataclass
from decimal import Decimal

from services.errors import Invalid
from services.returns.answers import Answers, answer_at
from services.returns.forms import with_forms


@dataclass(frozen=True, slots=True)
class LastAmounts:
    """The answers of the year from which this one was begun. Dependents, forms and costs have the same ids in both."""

    tax_year: int
    answers: Answers

    def at(self, path: str) -> Decimal | None:
        """The amount of that year at this path; of a total, with what forms told for it. None where none was said."""
        answers = self.answers if path.startswith("forms.") else with_forms(self.answers)
        try:
            amount = answer_at(answers, path)
        except Invalid:
            return None
        return amount if isinstance(amount, Decimal) else None
