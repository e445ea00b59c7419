"""Makes the hashes of one column anew with the newest key, while the app serves: in batches, like sealing again."""

from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, Table, and_, func, or_, select, true
from sqlmodel import SQLModel

from services.house import DbSession, House
from services.sealing import open_sealed
from services.sealing.index_columns import IndexColumn
from services.sealing.index_keys import HASH_BYTES
from services.sealing.walking import Told, Walk, walked


async def reindex(house: House, index: IndexColumn, told: Told) -> set[UUID]:
    """Go through a column until no hash is by an older key: the ids of rows whose value can't be opened.

    A row without a sealed value stays as it is.
    """
    due = select(_rows(index).c.id).select_from(_joined(index)).where(_is_due(house, index))
    return await walked(house, Walk(_rows(index), due, _locked(index), partial(_made_anew, house, index)), told)


async def outdated(session: DbSession, index: IndexColumn) -> int:
    """How many rows may have to be made anew. Accounts are all looked at, for their hashes by the other keys."""
    query = select(func.count()).select_from(_joined(index)).where(_is_due(session.house, index))
    return (await (await session.connection()).execute(query)).scalar_one()


async def names_in(session: DbSession, index: IndexColumn) -> dict[str, int]:
    """The names of the keys that made the hashes of this column, and how many each."""
    column = _rows(index).c[index.column]
    name = func.substr(column, 2, func.greatest(func.length(column) - HASH_BYTES - 1, 0))
    query = select(name, func.count()).where(column.is_not(None)).group_by(name)
    return {key.decode(): count for key, count in await (await session.connection()).execute(query)}


async def without_original(session: DbSession, index: IndexColumn) -> int:
    """How many hashes by an older key can't be made anew, because nothing sealed tells of what they are."""
    query = (
        select(func.count()).select_from(_joined(index)).where(_is_old(session.house, index), _sealed(index).is_(None))
    )
    return (await (await session.connection()).execute(query)).scalar_one()


def _locked(index: IndexColumn) -> Select[Any]:
    """What is read of a row: its hash, what is sealed of it, and the hashes by other keys."""
    rows = _rows(index)
    kept = [rows.c[index.others].label("others")] if index.others else []
    query = select(rows.c.id, rows.c[index.column].label("index"), _sealed(index).label("sealed"), *kept)
    return query.select_from(_joined(index)).with_for_update(of=rows, skip_locked=True, key_share=not index.others)


def _made_anew(house: House, index: IndexColumn, row: RowMapping) -> dict[str, Any]:
    place = {"table": str(index.source.__tablename__), "column": index.sealed, "row_id": row["id"]}
    value = index.written(open_sealed(house.keyring, row["sealed"], **place))
    table, column = index.kept_as
    newest, *others = house.index_keys.indexes(value, table=table, column=column)
    if row["index"] == newest and (not index.others or list(row["others"]) == others):
        return {}
    return {index.column: newest, **({index.others: others} if index.others else {})}


def _rows(index: IndexColumn) -> Table:
    return SQLModel.metadata.tables[str(index.model.__tablename__)]


def _source(index: IndexColumn) -> Table:
    return SQLModel.metadata.tables[str(index.source.__tablename__)]


def _sealed(index: IndexColumn) -> ColumnElement[Any]:
    return _source(index).c[index.sealed]


def _joined(index: IndexColumn) -> Any:
    rows, source = _rows(index), _source(index)
    return rows if rows is source else rows.join(source, rows.c.id == source.c.id)


def _is_due(house: House, index: IndexColumn) -> ColumnElement[bool]:
    """An earlier release left some columns empty. Accounts may lack hashes by other keys, which no query can tell."""
    stale = true() if index.others else or_(_rows(index).c[index.column].is_(None), _is_old(house, index))
    return and_(stale, _sealed(index).is_not(None))


def _is_old(house: House, index: IndexColumn) -> ColumnElement[bool]:
    column, header = _rows(index).c[index.column], house.index_keys.header
    return or_(func.length(column) != len(header) + HASH_BYTES, func.substr(column, 1, len(header)) != header)
