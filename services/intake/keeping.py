"""Keeping the answers of intake: sealed, one row each for an account or for the session of a guest."""

from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import col, select

from db.tables.customers.intake import CommunicationProfile, NeedsAssessment
from db.types import new_id
from services import policy
from services.house import DbSession
from services.intake.answers import Answers, Communication, Needs
from services.sealing import open_sealed, seal
from services.visitor import Guest, Visitor, owner_of

Row = CommunicationProfile | NeedsAssessment
Given = TypeVar("Given", bound=Answers)
_TABLES: dict[type[Answers], type[Row]] = {Communication: CommunicationProfile, Needs: NeedsAssessment}


async def own(session: DbSession, visitor: Visitor, kind: type[Given]) -> Given:
    """What the visitor has answered; nothing for who has begun nothing."""
    policy.intake.ANSWER.require(visitor)
    if visitor == Guest():
        return kind()
    return await of(session, kind, **owner_of(visitor))


async def of(session: DbSession, kind: type[Given], **owner: UUID) -> Given:
    """The answers of one owner, as far as row-level security shows them to who asks."""
    row = await row_of(session, kind, **owner)
    return kind() if row is None else opened(session, kind, row)


async def save(session: DbSession, visitor: Visitor, answers: Given) -> None:
    """Keep what was answered now beside what was answered before. One form of a visitor at a time."""
    policy.intake.ANSWER.require(visitor)
    owner, kind = owner_of(visitor), type(answers)
    [identity] = owner.values()
    await session.one_at_a_time(f"intake {identity}")
    row = await row_of(session, kind, **owner)
    if row is None:
        row = _TABLES[kind](id=new_id(), answers_sealed=b"", changed_at=session.house.clock.now(), **owner)
        put(session, row, answers)
    else:
        put(session, row, answers.over(opened(session, kind, row)))
    session.add(row)
    await session.flush()


def opened(session: DbSession, kind: type[Given], row: Row) -> Given:
    """The answers in a row."""
    place = {"table": row.__tablename__, "column": "answers_sealed"}
    content = open_sealed(session.house.keyring, row.answers_sealed, row_id=row.id, **place)
    return kind.model_validate_json(content)


def put(session: DbSession, row: Row, answers: Answers) -> None:
    """Seal answers into a row, now."""
    content, place = answers.model_dump_json(exclude_none=True), {
        "table": row.__tablename__,
        "column": "answers_sealed",
    }
    row.answers_sealed = seal(session.house.keyring, content, row_id=row.id, **place)
    row.changed_at = session.house.clock.now()


async def row_of(session: DbSession, kind: type[Answers], **owner: UUID) -> Row | None:
    """The row of one owner, as far as row-level security shows it to who asks."""
    table: Any = _TABLES[kind]
    column, identity = next(iter(owner.items()))
    found: Row | None = (await session.exec(select(table).where(col(getattr(table, column)) == identity))).first()
    return found
