"""Loading and saving returns: sealed answers, membership before the row, and a revision."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from db.tables.returns import ReturnMember, TaxReturn
from db.types import new_id
from services.errors import NotFound
from services.house import DbSession
from services.returns import helped, history
from services.returns.answers import Answers
from services.returns.answers.turning import turned, turned_change
from services.sealing import open_sealed, seal
from services.tax import YEARS
from services.visitor import Visitor, owner_of


@dataclass(frozen=True, slots=True)
class Reached:
    """A return, and as which of its two people it is read and changed: in whose words its answers are."""

    row: TaxReturn
    as_spouse: bool = False


async def one_at_a_time(session: DbSession, visitor: Visitor, *, tax_year: int) -> None:
    """Wait until nobody else begins this visitor's return of the year; the others wait until this transaction ends."""
    [identity] = owner_of(visitor).values()
    await session.one_at_a_time(f"tax_return {identity} {tax_year}")


async def create(session: DbSession, visitor: Visitor, *, tax_year: int, as_spouse: bool = False) -> Reached:
    """An empty return of this visitor. The membership comes first, so that row-level security lets the return in."""
    return_id, now = new_id(), session.house.clock.now()
    session.add(ReturnMember(return_id=return_id, is_spouse=as_spouse, **owner_of(visitor)))
    await session.flush()
    row = TaxReturn(id=return_id, tax_year=tax_year, answers_sealed=b"", created_at=now, changed_at=now)
    begun = Reached(row, as_spouse)
    seal_answers(session, begun, Answers())
    session.add(row)
    await session.flush()
    return begun


async def returns_of(session: DbSession, visitor: Visitor, *, tax_year: int) -> list[Reached]:
    """The visitor's returns of a year, as they were begun. There are none of a year without law."""
    if tax_year not in YEARS:
        return []
    query = theirs(visitor).where(TaxReturn.tax_year == tax_year).order_by(col(TaxReturn.created_at), col(TaxReturn.id))
    return [Reached(*found) for found in await session.exec(query)]


async def one_of_year(session: DbSession, visitor: Visitor, *, tax_year: int, return_id: UUID | None) -> Reached:
    """The visitor's return of the year that was begun first, or the one asked for; NotFound where it is not there."""
    for reached in await returns_of(session, visitor, tax_year=tax_year):
        if return_id in {None, reached.row.id}:
            return reached
    raise NotFound


async def one_of(session: DbSession, visitor: Visitor, return_id: UUID, *, locked: bool = False) -> Reached | None:
    """One of the visitor's own returns, if it is there. Locked, nobody else changes it until this transaction ends."""
    query = theirs(visitor).where(TaxReturn.id == return_id)
    found = (await session.exec(query.with_for_update(of=TaxReturn) if locked else query)).first()
    return Reached(*found) if found else None


async def is_later(session: DbSession, return_id: UUID, *, revision: int) -> bool:
    """Whether a return that the asker may see has a later revision. Nothing of it is read."""
    query = select(TaxReturn.id).where(TaxReturn.id == return_id, TaxReturn.revision > revision)
    return (await session.exec(query)).first() is not None


async def all_of(session: DbSession, visitor: Visitor) -> list[Reached]:
    """Every return of the visitor, as they were begun."""
    query = theirs(visitor).order_by(col(TaxReturn.created_at), col(TaxReturn.id))
    return [Reached(*found) for found in await session.exec(query)]


async def returns_of_member(session: DbSession, account_id: UUID) -> list[Reached]:
    """The returns of somebody else, as far as row-level security shows them to who asks, the newest year first."""
    of_members = select(TaxReturn, ReturnMember.is_spouse).join(
        ReturnMember, col(ReturnMember.return_id) == TaxReturn.id
    )
    query = of_members.where(ReturnMember.account_id == account_id, col(TaxReturn.removed_at).is_(None))
    found = await session.exec(query.order_by(col(TaxReturn.tax_year).desc(), col(TaxReturn.id)))
    return [Reached(*each) for each in found]


def answers_in(session: DbSession, reached: Reached) -> Answers:
    """The answers of a return, opened, in the words of who reaches it."""
    content = open_sealed(
        session.house.keyring,
        reached.row.answers_sealed,
        table="tax_return",
        column="answers_sealed",
        row_id=reached.row.id,
    )
    answers = Answers.model_validate_json(content)
    return turned(answers) if reached.as_spouse else answers


async def to_change(session: DbSession, visitor: Visitor, return_id: UUID) -> tuple[Reached, Answers]:
    """One return of the visitor or of a customer who trusts them with it, locked, and its answers.

    NotFound for a stranger's and for a missing one alike; NotAllowed where they may only look, or could change it once.
    """
    reached = await one_of(session, visitor, return_id, locked=True)
    if reached is None:
        customers = await helped.to_change(session, visitor, return_id)
        reached = Reached(customers.row, customers.as_spouse)
    return reached, answers_in(session, reached)


async def save(
    session: DbSession, visitor: Visitor, reached: Reached, answers: Answers, *, change: dict[str, str]
) -> None:
    """Seal the new answers under the next revision, and add the change to the history."""
    reached.row.revision += 1
    reached.row.changed_at = session.house.clock.now()
    seal_answers(session, reached, answers)
    history.add(session, visitor, reached.row, turned_change(change) if reached.as_spouse else change)
    await session.flush()


def seal_answers(session: DbSession, reached: Reached, answers: Answers) -> None:
    """Put these answers into the row. Who changes an answer calls `save`, which also remembers the change."""
    content = (turned(answers) if reached.as_spouse else answers).model_dump_json(exclude_none=True)
    row = reached.row
    row.answers_sealed = seal(
        session.house.keyring, content, table="tax_return", column="answers_sealed", row_id=row.id
    )


def theirs(visitor: Visitor, *, removed: bool = False) -> Select[TaxReturn, bool]:
    """Ownership is in the query: returns are reached through one's own memberships. `removed`: those instead."""
    [(column, identity)] = owner_of(visitor).items()
    return (
        select(TaxReturn, ReturnMember.is_spouse)
        .join(ReturnMember, col(ReturnMember.return_id) == TaxReturn.id)
        .where(getattr(ReturnMember, column) == identity, col(TaxReturn.removed_at).is_not(None) == removed)
    )
