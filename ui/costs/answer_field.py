"""Draws one question about a cost or about the household as the field that its kind of answer needs."""

from collections.abc import Awaitable, Callable, Collection, Iterable
from enum import StrEnum
from functools import partial
from typing import Any

from components.choice_group import Choice, choice_group
from components.date_field import date_field
from components.money_field import money_field
from components.number_field import number_field
from components.select import select
from services.finder import BusinessFor, HealthPlan, Payer, Person, Purpose
from services.returns.answers.costs import PEOPLE
from services.words import known, sentence
from ui.costs.categories import categories

Commit = Callable[[Any], Awaitable[str | None]]
Draw = Callable[..., None]


def answer_field(
    words: str, *, path: str, value: Any, on_commit: Commit, may_have_spouse: Callable[[], bool] = lambda: True
) -> None:
    """A field for the answer at `path`; its label and hint are under `words` in content/en.

    A spouse is offered as an answer to whoever may have one, and where they are the answer already.
    """
    hint = sentence(f"{words}.hint") if known(f"{words}.hint") else ""
    name = path.rpartition(".")[2]
    draw: Draw = _FIELDS.get(name, _money)
    if name in _PEOPLE:
        without = set() if value == Person.SPOUSE or may_have_spouse() else {str(Person.SPOUSE)}
        draw = partial(draw, without=without)
    draw(sentence(f"{words}.label"), path=path, value=value, hint=hint, on_commit=on_commit)


def _money(label: str, *, path: str, **known_about_it: Any) -> None:
    money_field(label, draft_key=path, **known_about_it)


def _number(label: str, *, path: str, **known_about_it: Any) -> None:
    number_field(label, draft_key=path, **known_about_it)


def _date(label: str, *, path: str, **known_about_it: Any) -> None:
    date_field(label, draft_key=path, **known_about_it)


def _category(label: str, *, path: str, value: Any, hint: str, on_commit: Commit) -> None:
    select(label, list(categories()), value=str(value or ""), hint=hint, on_commit=_or_none(on_commit), draft_key=path)


def _paid_by(label: str, *, path: str, value: Any, hint: str, on_commit: Commit, without: Collection[str]) -> None:
    options = _choices("finder.payer", (payer for payer in Payer if payer not in without))
    select(label, options, value=str(value), hint=hint, on_commit=on_commit, draft_key=path)


def _paid_back_by(label: str, *, path: str, value: Any, hint: str, on_commit: Commit) -> None:
    outside = _choices("finder.payer", (payer for payer in Payer if payer not in PEOPLE))
    options = [Choice("", sentence("costs.choose")), *outside]
    select(label, options, value=str(value or ""), hint=hint, on_commit=_or_none(on_commit), draft_key=path)


def _one_of(words: str, values: Iterable[StrEnum]) -> Draw:
    def draw(label: str, *, path: str, value: Any, hint: str, on_commit: Commit, without: Collection[str] = ()) -> None:
        options = _choices(words, (each for each in values if each not in without))
        choice_group(label, options, value=str(value or ""), hint=hint, on_commit=on_commit, draft_key=path)

    return draw


def _yes_no(label: str, *, path: str, value: Any, hint: str, on_commit: Commit) -> None:
    async def commit(answer: str) -> str | None:
        return await on_commit(answer == "yes")

    options = (Choice("yes", sentence("costs.yes")), Choice("no", sentence("costs.no")))
    answer = {True: "yes", False: "no", None: ""}[value]
    choice_group(label, options, value=answer, hint=hint, on_commit=commit, draft_key=path)


def _choices(words: str, values: Iterable[StrEnum]) -> list[Choice]:
    return [Choice(str(each), sentence(f"{words}.{each}")) for each in values]


def _or_none(on_commit: Commit) -> Commit:
    async def commit(chosen: str) -> str | None:
        return await on_commit(chosen or None)

    return commit


_PEOPLE = {"whose", "paid_by"}
_FIELDS: dict[str, Draw] = {
    "category": _category,
    "purpose": _one_of("finder.purpose", Purpose),
    "spent_on": _date,
    "miles": _number,
    "business_for": _one_of("finder.business_for", BusinessFor),
    "used_privately": _yes_no,
    "whose": _one_of("finder.person", Person),
    "paid_by": _paid_by,
    "reimbursed_by": _paid_back_by,
    "full_time_employees_year_before": _number,
    "health_plan": _one_of("finder.health_plan", HealthPlan),
    "fsa_at_work": _yes_no,
}
