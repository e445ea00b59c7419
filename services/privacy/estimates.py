"""The estimates of a person with their answers and the history of their changes: as data, and in words."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from sqlmodel import col, select

from db.tables.returns import ReturnChange, ReturnMember, TaxReturn
from services.errors import Invalid
from services.house import DbSession
from services.returns import history, store
from services.returns.answers import Answers, Dependent, answer_at, put_answer
from services.returns.answers.costs import Cost
from services.returns.answers.in_words import in_words
from services.returns.filed.marking import Filed, snapshots_of
from services.returns.forms.kinds import KINDS
from services.returns.questions.in_words import question_in_words
from services.returns.store import Reached
from services.visitor import Person
from services.words import sentence


async def told(session: DbSession, person: Person) -> list[dict[str, Any]]:
    """Each estimate that this person is a member of, as it was begun."""
    both = select(TaxReturn, ReturnMember.is_spouse)
    theirs = both.join(ReturnMember, col(ReturnMember.return_id) == TaxReturn.id)
    query = theirs.where(ReturnMember.account_id == person.person_id).order_by(col(TaxReturn.id))
    return [await _estimate(session, person, Reached(*found)) for found in await session.exec(query)]


async def _estimate(session: DbSession, person: Person, own: Reached) -> dict[str, Any]:
    row, answers = own.row, store.answers_in(session, own)
    query = select(ReturnChange).where(ReturnChange.return_id == row.id).order_by(col(ReturnChange.revision))
    return {
        "id": row.id,
        "tax_year": row.tax_year,
        "created_at": row.created_at,
        "changed_at": row.changed_at,
        "removed_at": row.removed_at,
        "finished_at": row.finished_at,
        "answers": answers.model_dump(mode="json", exclude_none=True),
        "answers_in_words": [
            {"question": question_in_words(path), "answer": in_words(value)} for path, value in _said(answers, "")
        ],
        "filed": [_filed(each) for each in await snapshots_of(session, row.id, as_spouse=own.as_spouse)],
        "history": [_change(session, person, each, own) for each in await session.exec(query)],
    }


def _filed(each: Filed) -> dict[str, Any]:
    """A return as it was filed, with the answers of that day."""
    return {
        "filed_on": each.filed_on,
        "taken_at": each.marked_at,
        "law": each.law,
        "outcome": each.outcome,
        "reason": each.reason,
        "answers": each.answers,
    }


def _said(part: BaseModel, above: str) -> Iterator[tuple[str, Any]]:
    """Every path at which something was said, with the answer; what holds while nothing is said is left out."""
    for name, field in type(part).model_fields.items():
        value, path = getattr(part, name), f"{above}{name}"
        if isinstance(value, BaseModel):
            yield from _said(value, f"{path}.")
        elif isinstance(value, list):
            for each in value:
                yield from _said(each, f"{path}.{each.id}.")
        elif value not in (None, field.default) and name not in {"id", "left_at", "carried_from", "confirmed"}:
            yield path, value


def _change(session: DbSession, person: Person, row: ReturnChange, own: Reached) -> dict[str, Any]:
    change = history.opened(session, row, as_spouse=own.as_spouse)
    by_you = row.account_id == person.person_id
    return {
        "at": row.changed_at,
        "who": sentence("your_data.you" if by_you else "your_data.somebody_else"),
        "question": question_in_words(change["path"]),
        "before": _as_said(change["path"], change["before"]),
        "after": _as_said(change["path"], change["after"]),
    }


def _as_said(path: str, text: str) -> str:
    """The words for an answer of which the history kept the text; the text itself where it is of a whole list."""
    steps = path.split(".")
    answers = Answers()
    try:
        if len(steps) == 3 and steps[0] == "dependents":
            answers.dependents = [Dependent.model_validate({"id": steps[1]})]
        if len(steps) == 3 and steps[0] == "costs":
            answers.costs = [Cost.model_validate({"id": steps[1]})]
        if len(steps) == 4 and steps[0] == "forms":
            setattr(answers.forms, steps[1], [KINDS[steps[1]].form.model_validate({"id": steps[2]})])
        put_answer(answers, path, text or None)
        return in_words(answer_at(answers, path))
    except (Invalid, ValueError):
        return text
