"""What was changed in a return, change by change and in plain words, for the people in it and for who checks it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from db.tables.returns import ReturnChange
from services.house import DbSession
from services.returns import history, store
from services.returns.answers import Answers
from services.returns.change_in_words import change_in_words
from services.returns.store import Reached
from services.visitor import Person

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class ToldChange:
    """An answer before and after, as a person would say it; empty where nothing was said.

    `path` is where the answer stands. `account_id` is of who changed it, None once that account is gone. `revision` is
    the one that it led to.
    """

    path: str
    question: str
    before: str
    after: str
    at: datetime
    account_id: UUID | None
    revision: int


@dataclass(frozen=True, slots=True)
class ChangeOfTwo:
    """A change for one of two people who hold a return. `who` is empty for their own, and of who is known no more."""

    change: ToldChange
    who: str
    is_own: bool


async def of_return(
    session: DbSession, reached: Reached, answers: Answers, *, after: int = 0
) -> tuple[ToldChange, ...]:
    """The latest changes of a return that row-level security shows to who asks, after this revision, newest first.

    `answers` are those of now: they say whom or which form each change is about.
    """
    query = select(ReturnChange).where(ReturnChange.return_id == reached.row.id, ReturnChange.revision > after)
    found = await session.exec(query.order_by(col(ReturnChange.revision).desc()).limit(MOST_SHOWN))
    return tuple(_told(session, each, answers, as_spouse=reached.as_spouse) for each in found)


async def of_two(session: DbSession, person: Person, *, tax_year: int, return_id: UUID) -> tuple[ChangeOfTwo, ...]:
    """The same of a return of one's own, with who changed it. NotFound for a stranger's and a missing one alike."""
    own = await store.one_of_year(session, person, tax_year=tax_year, return_id=return_id)
    known = await history.known_others(session, person, own.row)
    return tuple(
        ChangeOfTwo(
            each,
            known.get(each.account_id, "") if each.account_id else "",
            is_own=each.account_id == person.person_id,
        )
        for each in await of_return(session, own, store.answers_in(session, own))
    )


def _told(session: DbSession, row: ReturnChange, answers: Answers, *, as_spouse: bool) -> ToldChange:
    change = history.opened(session, row, as_spouse=as_spouse)
    return ToldChange(
        change["path"],
        **change_in_words(change, answers),
        at=row.changed_at,
        account_id=row.account_id,
        revision=row.revision,
    )
