"""What no answer shows alone: whether it fits the other answers and the tax year."""

from datetime import date
from decimal import Decimal

from services.errors import Invalid
from services.returns.answers import Answers, answer_at
from services.returns.consistency.ceilings import above_for_these_people, check_ceilings
from services.returns.consistency.costs import check_cost
from services.returns.consistency.every_look import Look, covered_notes, every_look, open_looks
from services.returns.consistency.second_looks import second_looks

__all__ = [
    "Look",
    "above_for_these_people",
    "check",
    "covered_notes",
    "every_look",
    "open_looks",
    "second_looks",
]


def check(answers: Answers, path: str, tax_year: int) -> None:
    """Raise Invalid(path) when the answer just given can't be true beside the rest.

    It is asked at once and not when the estimate is computed: by then the person may be at another question, and would
    be told there about a mistake made here.
    """
    answer = answer_at(answers, path)
    part, _, of_part = path.partition(".")
    if part == "costs":
        check_cost(answer_at(answers, f"costs.{of_part.partition('.')[0]}"), path, tax_year)
    elif isinstance(answer, date) and answer > date(tax_year, 12, 31):
        raise Invalid(path, "answer.born_later")
    check_ceilings(answers, path, tax_year)
    income = answers.income
    if path in _DIVIDENDS and (income.qualified_dividends or Decimal(0)) > (income.ordinary_dividends or Decimal(0)):
        raise Invalid(path, "tax.input.dividends")


_DIVIDENDS = {"income.ordinary_dividends", "income.qualified_dividends"}
