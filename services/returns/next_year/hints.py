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
        """The amount of that year at this path; of a total, with what forms told for it. None where none was said.

        What goes into another total, as the costs of a business do, is what was typed.
        """
        try:
            typed = answer_at(self.answers, path)
            told = typed if path.startswith("forms.") else answer_at(with_forms(self.answers), path)
        except Invalid:
            return None
        amount = typed if told is None else told
        return amount if isinstance(amount, Decimal) else None
