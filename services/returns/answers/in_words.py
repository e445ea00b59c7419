"""An answer as a person would say it."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from db.values.returns import FilingStatus
from services.finder import BusinessFor, Category, HealthPlan, Payer, Person, Purpose
from services.returns.answers.forms import Holder
from services.words import dollars, dollars_and_cents, long_date, sentence

_WORDS: dict[type[StrEnum], str] = {
    FilingStatus: "filing_status.{}.label",
    BusinessFor: "finder.business_for.{}",
    Category: "finder.category.{}",
    Holder: "form.whose.{}",
    HealthPlan: "finder.health_plan.{}",
    Payer: "finder.payer.{}",
    Person: "finder.person.{}",
    Purpose: "finder.purpose.{}",
}
_CODES = {str(choice) for choices in _WORDS for choice in choices}


def in_words(answer: Any, *, like: Any = None) -> str:
    """ "$31,200", "April 12, 1988", "yes", "Single"; nothing where nothing was said.

    A choice that comes from a browser is a bare code: `like` is another answer to the same question.
    """
    if isinstance(like, StrEnum) and isinstance(answer, str) and answer:
        answer = type(like)(answer)
    if answer in (None, ""):
        return ""
    match answer:
        case bool():
            return sentence("elsewhere.value.yes" if answer else "elsewhere.value.no")
        case Decimal():
            return dollars(answer) if answer == answer.to_integral_value() else dollars_and_cents(answer)
        case date():
            return long_date(answer)
        case str():
            return _text_or_choice(answer)
    return f"{answer:,}" if isinstance(answer, int) else sentence("elsewhere.value.chosen")


def is_chosen(answer: Any, *, like: Any = None) -> bool:
    """Whether it was chosen, not written; `like` as above."""
    return isinstance(answer, bool | StrEnum) or isinstance(like, bool | StrEnum) or answer in _CODES


def _text_or_choice(answer: str) -> str:
    if isinstance(answer, StrEnum) and type(answer) in _WORDS:
        return sentence(_WORDS[type(answer)].format(answer))
    return sentence("elsewhere.value.chosen") if answer in _CODES else answer
