"""The estimates of a person with their answers and the history of their changes: as data, and in words."""

from typing import Any

from sqlmodel import col, select

from db.tables.returns import ReturnChange, ReturnMember, TaxReturn
from services.house import DbSession
from services.returns import history, store
from services.returns.answers import Answers
from services.returns.answers.in_words import in_words
from services.returns.change_in_words import change_in_words, said_in
from services.returns.filed.marking import Filed, snapshots_of
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
        "answers_in_words": _in_words(answers),
        "filed": [_filed(each) for each in await snapshots_of(session, row.id, as_spouse=own.as_spouse)],
        "history": [_change(session, person, each, own, answers) for each in await session.exec(query)],
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
        "answers_in_words": _in_words(Answers.model_validate(each.answers)),
    }


def _in_words(answers: Answers) -> list[dict[str, str]]:
    return [{"question": question_in_words(path), "answer": in_words(value)} for path, value in said_in(answers)]


def _change(session: DbSession, person: Person, row: ReturnChange, own: Reached, answers: Answers) -> dict[str, Any]:
    change = history.opened(session, row, as_spouse=own.as_spouse)
    by_you = row.account_id == person.person_id
    return {
        "at": row.changed_at,
        "who": sentence("your_data.you" if by_you else "your_data.somebody_else"),
        **change_in_words(change, answers),
    }
