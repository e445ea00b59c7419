"""Seals the rows of one table again with the newest key, while the app serves: services/sealing/walking.py says how."""

from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Table, func, or_, select
from sqlmodel import SQLModel

from services.house import DbSession, House
from services.sealing import resealed
from services.sealing.columns import SealedTable
from services.sealing.walking import Told, Walk, walked


async def reseal_rows(house: House, table: SealedTable, told: Told) -> set[UUID]:
    """Go through a table until nothing in it is sealed with an older key: the ids of rows that can't be opened."""
    rows = rows_of(table)
    due = select(rows.c.id).where(_is_old(house, table))
    locked = select(rows.c.id, *_columns(table)).with_for_update(skip_locked=True, key_share=True)
    return await walked(house, Walk(rows, due, locked, partial(_sealed_again, house, table)), told)


async def left(session: DbSession, table: SealedTable) -> int:
    """How many rows still have a value that was sealed with an older key."""
    query = select(func.count()).select_from(rows_of(table)).where(_is_old(session.house, table))
    return (await (await session.connection()).execute(query)).scalar_one()


async def keys_named(session: DbSession, table: SealedTable) -> dict[str, int]:
    """The names of the keys with which the values of a table are sealed, and how many values each."""
    connection, found = await session.connection(), dict[str, int]()
    for column in _columns(table):
        name = func.substr(column, 3, func.get_byte(column, 1))
        query = select(name, func.count()).where(column.is_not(None)).group_by(name)
        for key, count in await connection.execute(query):
            found[key.decode()] = found.get(key.decode(), 0) + count
    return found


def rows_of(table: SealedTable) -> Table:
    """The table as SQLAlchemy knows it."""
    return SQLModel.metadata.tables[table.name]


def _sealed_again(house: House, table: SealedTable, row: RowMapping) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column in table.holds:
        sealed = row[column]
        place = {"table": table.name, "column": column, "row_id": row["id"]}
        values[column] = sealed and resealed(house.keyring, sealed, **place)
    return values


def _columns(table: SealedTable) -> list[ColumnElement[Any]]:
    return [rows_of(table).c[name] for name in table.holds]


def _is_old(house: House, table: SealedTable) -> ColumnElement[bool]:
    header = house.keyring.header
    return or_(*(func.substr(column, 1, len(header)) != header for column in _columns(table)))
