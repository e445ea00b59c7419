"""Loading and saving returns: sealed answers, membership before the row, and a revision."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from db.tables.returns import ReturnMember, TaxReturn
from db.types import new_id
from services.errors import NotFound
from services.house import DbSession
from services.returns import helped, history
from services.returns.answers import Answers
from services.sealing import open_sealed, seal
from services.tax import YEARS
from services.visitor import Visitor, owner_of


async def one_at_a_time(session: DbSession, visitor: Visitor, *, tax_year: int) -> None:
    """Wait until nobody else begins this visitor's return of the year; the others wait until this transaction ends."""
    [identity] = owner_of(visitor).values()
    await session.one_at_a_time(f"tax_return {identity} {tax_year}")


async def create(session: DbSession, visitor: Visitor, *, tax_year: int) -> TaxReturn:
    """An empty return of this visitor. The membership comes first, so that row-level security lets the return in."""
    return_id, now = new_id(), session.house.clock.now()
    session.add(ReturnMember(return_id=return_id, **owner_of(visitor)))
    await session.flush()
    row = TaxReturn(id=return_id, tax_year=tax_year, answers_sealed=b"", created_at=now, changed_at=now)
    seal_answers(session, row, Answers())
    session.add(row)
    await session.flush()
    return row


async def returns_of(session: DbSession, visitor: Visitor, *, tax_year: int) -> list[TaxReturn]:
    """The visitor's returns of a year, as they were begun. There are none of a year without law."""
    if tax_year not in YEARS:
        return []
    query = theirs(visitor).where(TaxReturn.tax_year == tax_year).order_by(col(TaxReturn.created_at), col(TaxReturn.id))
    return list(await session.exec(query))


async def one_of_year(session: DbSession, visitor: Visitor, *, tax_year: int, return_id: UUID | None) -> TaxReturn:
    """The visitor's return of the year that was begun first, or the one asked for; NotFound where it is not there."""
    for row in await returns_of(session, visitor, tax_year=tax_year):
        if return_id in {None, row.id}:
            return row
    raise NotFound


async def one_of(session: DbSession, visitor: Visitor, return_id: UUID, *, locked: bool = False) -> TaxReturn | None:
    """One of the visitor's own returns, if it is there. Locked, nobody else changes it until this transaction ends."""
    query = theirs(visitor).where(TaxReturn.id == return_id)
    return (await session.exec(query.with_for_update(of=TaxReturn) if locked else query)).first()


async def is_later(session: DbSession, return_id: UUID, *, revision: int) -> bool:
    """Whether a return that the asker may see has a later revision. Nothing of it is read."""
    query = select(TaxReturn.id).where(TaxReturn.id == return_id, TaxReturn.revision > revision)
    return (await session.exec(query)).first() is not None


async def all_of(session: DbSession, visitor: Visitor) -> list[TaxReturn]:
    """Every return of the visitor, as they were begun."""
    return list(await session.exec(theirs(visitor).order_by(col(TaxReturn.created_at), col(TaxReturn.id))))


async def returns_of_member(session: DbSession, account_id: UUID) -> list[TaxReturn]:
    """The returns of somebody else, as far as row-level security shows them to who asks, the newest year first."""
    of_members = select(TaxReturn).join(ReturnMember, col(ReturnMember.return_id) == TaxReturn.id)
    query = of_members.where(ReturnMember.account_id == account_id, col(TaxReturn.removed_at).is_(None))
    return list(await session.exec(query.order_by(col(TaxReturn.tax_year).desc(), col(TaxReturn.id))))


def answers_in(session: DbSession, row: TaxReturn) -> Answers:
    """The answers of a return, opened."""
    content = open_sealed(
        session.house.keyring, row.answers_sealed, table="tax_return", column="answers_sealed", row_id=row.id
    )
    return Answers.model_validate_json(content)


async def to_change(session: DbSession, visitor: Visitor, return_id: UUID) -> tuple[TaxReturn, Answers]:
    """One return of the visitor or of a customer who trusts them with it, locked, and its answers.

    NotFound for a stranger's and for a missing one alike; NotAllowed where they may only look, or could change it once.
    """
    row = await one_of(session, visitor, return_id, locked=True)
    if row is None:
        row = await helped.to_change(session, visitor, return_id)
    return row, answers_in(session, row)


async def save(
    session: DbSession, visitor: Visitor, row: TaxReturn, answers: Answers, *, change: dict[str, str]
) -> None:
    """Seal the new answers under the next revision, and add the change to the history."""
    row.revision += 1
    row.changed_at = session.house.clock.now()
    seal_answers(session, row, answers)
    history.add(session, visitor, row, change)
    await session.flush()


def seal_answers(session: DbSession, row: TaxReturn, answers: Answers) -> None:
    """Put these answers into the row. Who changes an answer calls `save`, which also remembers the change."""
    content = answers.model_dump_json(exclude_none=True)
    row.answers_sealed = seal(
        session.house.keyring, content, table="tax_return", column="answers_sealed", row_id=row.id
    )


def theirs(visitor: Visitor, *, removed: bool = False) -> SelectOfScalar[TaxReturn]:
    """Ownership is in the query: returns are reached through one's own memberships. `removed`: those instead."""
    [(column, identity)] = owner_of(visitor).items()
    return (
        select(TaxReturn)
        .join(ReturnMember, col(ReturnMember.return_id) == TaxReturn.id)
        .where(getattr(ReturnMember, column) == identity, col(TaxReturn.removed_at).is_not(None) == removed)
    )
