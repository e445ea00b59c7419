"""Odd amounts of which somebody said that they are right. Another amount there, or another question, is asked anew."""

from decimal import Decimal

from services.errors import Invalid
from services.returns.answers import Answers, answer_at


def is_confirmed(answers: Answers, path: str, code: str) -> bool:
    """Whether somebody who was asked this question said that the amount at this path is right."""
    said, name = _said(answers, path)
    return said.get(_key(name, code)) == str(answer_at(answers, path))


def confirm(answers: Answers, path: str, code: str) -> Decimal:
    """Remember the amount at this path as right for this question, and return it. Invalid(path) where none is."""
    amount = answer_at(answers, path)
    if not isinstance(amount, Decimal):
        raise Invalid(path, "answer.unknown_question")
    said, name = _said(answers, path)
    said[_key(name, code)] = str(amount)
    return amount


def _key(name: str, code: str) -> str:
    return f"{name} {code}"


def _said(answers: Answers, path: str) -> tuple[dict[str, str], str]:
    """What was confirmed in the same place, and the name of the path there: boxes are kept with their form."""
    above, _, box = path.rpartition(".")
    if path.startswith("forms."):
        confirmed: dict[str, str] = answer_at(answers, above).confirmed
        return confirmed, box
    return answers.confirmed, path
