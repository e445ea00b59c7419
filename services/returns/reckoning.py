"""From what a person told us to what services.tax computes with: ages at the end of the year, nothing unsaid."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from services.returns.answers import COLLEGE, Answers, answer_at
from services.returns.forms import needed_of_forms, tells_income
from services.returns.questions import TOPICS, matters

_NOT_OF_THE_RETURN = {"costs", "household", "had", "left_at", "carried_from", "everything_told", "forms", "confirmed"}


def as_return(answers: Answers, tax_year: int) -> dict[str, Any]:
    """The answers, with forms added to them, in the shape that services.tax.parse_return takes.

    Left out is what was not said, and what the page does not ask this person any more.
    """
    told = answers.model_dump(
        exclude_none=True,
        exclude={"dependents": {"__all__": {"id", "first_name"}}, **dict.fromkeys(_NOT_OF_THE_RETURN, True)},
    )
    for path in _not_asked(answers):
        _leave_out(told, path)
    adults = {who: told.pop(who) for who in ("taxpayer", "spouse")}
    if not answers.is_joint:
        del adults["spouse"]
    dependents = told.pop("dependents")
    told["situations"] = [name for name, applies in told["situations"].items() if applies]
    if students := _costs_of_students([*adults.values(), *dependents]):
        told["credits"][COLLEGE] = students
    people = {who: _with_age(adult, age_of_adult, tax_year) for who, adult in adults.items()}
    return {
        "tax_year": tax_year,
        **told,
        **people,
        "dependents": [_with_age(dependent, age_of_dependent, tax_year) for dependent in dependents],
    }


def missing_for_an_estimate(answers: Answers) -> list[str]:
    """Paths of the answers without which no refund can be computed honestly, in the order of the page.

    Wages stand for income of every kind: before any is told, or 0, what was paid alone is no refund. That somebody has
    looked at everything does not tell it: they may have removed a form since.
    """
    needed = ["filing_status", "taxpayer.date_of_birth"]
    if answers.is_joint:
        needed.append("spouse.date_of_birth")
    needed += [f"dependents.{dependent.id}.date_of_birth" for dependent in answers.dependents]
    missing = [path for path in needed if answer_at(answers, path) is None] + list(needed_of_forms(answers))
    return missing if tells_income(answers) else [*missing, "taxpayer.wages"]


def age_of_adult(born: date, tax_year: int) -> int:
    """Age at year end; one born on January 1 counts as a year older (Form 1040 (2025), age boxes on line 12d)."""
    return tax_year - born.year + ((born.month, born.day) == (1, 1))


def age_of_dependent(born: date, tax_year: int) -> int:
    """Age at year end: a child reaches an age on the birthday itself (Rev. Rul. 2003-72); 0 before birth."""
    return max(tax_year - born.year, 0)


def _not_asked(answers: Answers) -> Iterable[str]:
    for topic in TOPICS:
        for question in topic.questions:
            if not (matters(topic.when, answers) and matters(question.when, answers)):
                yield question.path


def _leave_out(told: dict[str, Any], path: str) -> None:
    part, _, name = path.rpartition(".")
    (told[part] if part else told).pop(name, None)


def _costs_of_students(people: list[dict[str, Any]]) -> list[Any]:
    return [person.pop(COLLEGE) for person in people if COLLEGE in person]


def _with_age(person: dict[str, Any], age: Callable[[date, int], int], tax_year: int) -> dict[str, Any]:
    return {"age": age(person.pop("date_of_birth"), tax_year), **person}
