"""From what a person told us to what services.tax computes with: ages at the end of the year, nothing unsaid."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from db.values import FilingStatus
from services.returns.answers import Answers, answer_at


def as_return(answers: Answers, tax_year: int) -> dict[str, Any]:
    """The answers in the shape that services.tax.parse_return takes; what was not said is left out."""
    told = answers.model_dump(exclude_none=True, exclude={"dependents": {"__all__": {"id"}}})
    adults = ("taxpayer", "spouse") if answers.filing_status is FilingStatus.MARRIED_JOINT else ("taxpayer",)
    people = {who: _with_age(told[who], age_of_adult, tax_year) for who in adults}
    dependents = [_with_age(dependent, age_of_dependent, tax_year) for dependent in told["dependents"]]
    sections = {name: told[name] for name in ("income", "adjustments", "itemized", "credits", "payments")}
    alone = {name: told[name] for name in _asked_alone(answers) if name in told}
    return {"tax_year": tax_year, **alone, **people, "dependents": dependents, **sections}


def missing_for_an_estimate(answers: Answers) -> list[str]:
    """Paths of the answers without which no refund can be computed honestly, in the order of the page."""
    needed = ["filing_status", "taxpayer.date_of_birth"]
    if answers.filing_status is FilingStatus.MARRIED_JOINT:
        needed.append("spouse.date_of_birth")
    needed += [f"dependents.{dependent.id}.date_of_birth" for dependent in answers.dependents]
    return [path for path in needed if answer_at(answers, path) is None]


def age_of_adult(born: date, tax_year: int) -> int:
    """Age at year end; one born on January 1 counts as a year older (Form 1040 (2025), age boxes on line 12d)."""
    return tax_year - born.year + ((born.month, born.day) == (1, 1))


def age_of_dependent(born: date, tax_year: int) -> int:
    """Age at year end: a child reaches an age on the birthday itself (Rev. Rul. 2003-72); 0 before birth."""
    return max(tax_year - born.year, 0)


def _asked_alone(answers: Answers) -> Iterator[str]:
    """Fields of the return itself that this person is asked for."""
    yield "filing_status"
    if answers.filing_status is FilingStatus.MARRIED_SEPARATE:
        yield "lived_apart_all_year"


def _with_age(person: dict[str, Any], age: Callable[[date, int], int], tax_year: int) -> dict[str, Any]:
    return {"age": age(person.pop("date_of_birth"), tax_year), **person}
