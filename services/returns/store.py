"""Loading and saving returns: sealed answers, membership before the row, a revision and a history."""

import json
from uuid import UUID

from sqlalchemy import text
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from db.tables.returns import ReturnChange, ReturnMember, TaxReturn
from db.types import new_id
from services.errors import NotFound
from services.house import DbSession
from services.returns.answers import Answers
from services.sealing import open_sealed, seal
from services.visitor import Guest, Person, Visitor

_LOCK = text("select pg_advisory_xact_lock(hashtextextended(:name, 0))")


async def one_at_a_time(session: DbSession, visitor: Visitor, *, tax_year: int) -> None:
    """Wait until nobody else begins this visitor's return of the year; the others wait until this transaction ends."""
    [identity] = _member(visitor).values()
    connection = await session.connection()
    await connection.execute(_LOCK, {"name": f"tax_return {identity} {tax_year}"})


async def create(session: DbSession, visitor: Visitor, *, tax_year: int) -> TaxReturn:
    """An empty return of this visitor. The membership comes first, so that row-level security lets the return in."""
    return_id, now = new_id(), session.house.clock.now()
    session.add(ReturnMember(return_id=return_id, **_member(visitor)))
    await session.flush()
    row = TaxReturn(id=return_id, tax_year=tax_year, answers_sealed=b"", created_at=now, changed_at=now)
    _seal_answers(session, row, Answers())
    session.add(row)
    await session.flush()
    return row


async def returns_of(session: DbSession, visitor: Visitor, *, tax_year: int) -> list[TaxReturn]:
    """The visitor's returns of a year, as they were begun."""
    query = (
        _theirs(visitor).where(TaxReturn.tax_year == tax_year).order_by(col(TaxReturn.created_at), col(TaxReturn.id))
    )
    return list(await session.exec(query))


async def years_of(session: DbSession, visitor: Visitor) -> frozenset[int]:
    """The years of the visitor's returns."""
    return frozenset(row.tax_year for row in await session.exec(_theirs(visitor)))


def answers_in(session: DbSession, row: TaxReturn) -> Answers:
    """The answers of a return, opened."""
    content = open_sealed(
        session.house.keyring, row.answers_sealed, table="tax_return", column="answers_sealed", row_id=row.id
    )
    return Answers.model_validate_json(content)


async def to_change(session: DbSession, visitor: Visitor, return_id: UUID) -> tuple[TaxReturn, Answers]:
    """One return of the visitor, locked, and its answers; NotFound for a stranger's and for a missing one alike."""
    row = (await session.exec(_theirs(visitor).where(TaxReturn.id == return_id).with_for_update(of=TaxReturn))).first()
    if row is None:
        raise NotFound
    return row, answers_in(session, row)


async def save(
    session: DbSession, visitor: Visitor, row: TaxReturn, answers: Answers, *, change: dict[str, str]
) -> None:
    """Seal the new answers under the next revision, and add the change to the history."""
    row.revision += 1
    row.changed_at = session.house.clock.now()
    _seal_answers(session, row, answers)
    change_id = new_id()
    sealed = seal(
        session.house.keyring, json.dumps(change), table="return_change", column="change_sealed", row_id=change_id
    )
    session.add(
        ReturnChange(
            id=change_id,
            return_id=row.id,
            revision=row.revision,
            change_sealed=sealed,
            account_id=_member(visitor).get("account_id"),
            changed_at=row.changed_at,
        )
    )
    await session.flush()


def _seal_answers(session: DbSession, row: TaxReturn, answers: Answers) -> None:
    content = answers.model_dump_json(exclude_none=True)
    row.answers_sealed = seal(
        session.house.keyring, content, table="tax_return", column="answers_sealed", row_id=row.id
    )


def _theirs(visitor: Visitor) -> SelectOfScalar[TaxReturn]:
    """Ownership is in the query: returns are reached through the visitor's own memberships."""
    [(column, identity)] = _member(visitor).items()
    return (
        select(TaxReturn)
        .join(ReturnMember, col(ReturnMember.return_id) == TaxReturn.id)
        .where(getattr(ReturnMember, column) == identity)
    )


def _member(visitor: Visitor) -> dict[str, UUID]:
    match visitor:
        case Person(person_id=person_id):
            return {"account_id": person_id}
        case Guest(session_id=UUID() as session_id):
            return {"session_id": session_id}
    raise NotFound
