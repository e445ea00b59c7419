"""Odd amounts of which somebody said that they are right. Another amount in the same place is asked about anew."""

from decimal import Decimal

from services.errors import Invalid
from services.returns.answers import Answers, answer_at


def is_confirmed(answers: Answers, path: str) -> bool:
    """Whether the amount at this path is one that somebody said is right."""
    said, name = _said(answers, path)
    return said.get(name) == str(answer_at(answers, path))


def confirm(answers: Answers, path: str) -> Decimal:
    """Remember that the amount at this path is right, and return it. Invalid(path) where none is."""
    amount = answer_at(answers, path)
    if not isinstance(amount, Decimal):
        raise Invalid(path, "answer.unknown_question")
    said, name = _said(answers, path)
    said[name] = str(amount)
    return amount


def _said(answers: Answers, path: str) -> tuple[dict[str, str], str]:
    """What was confirmed in the same place, and the name of the path there: boxes are kept with their form."""
    above, _, box = path.rpartition(".")
    if path.startswith("forms."):
        confirmed: dict[str, str] = answer_at(answers, above).confirmed
        return confirmed, box
    return answers.confirmed, path
