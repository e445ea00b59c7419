"""Goes through the rows of one table and makes something of them anew, while the app serves.

A batch is a short transaction that locks its rows. It never waits for a row that somebody else has locked: that one is
tried again later. So nobody waits longer than for one batch, and what somebody writes meanwhile is what is made anew.
Which rows are due is read from the rows themselves: stopped at any moment, the next walk goes on.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, Select, Table, bindparam, update

from services.house import DbSession, House
from services.sealing import Unsealable
from services.visitor import System

ROTATOR = System("rotation")
AT_ONCE = 100
BEFORE_ALL = UUID(int=0)
_PAUSE_SECONDS = 0.2  # before rows are tried again that somebody was writing

Told = Callable[[int], None]
"""Is told of each batch, how many of its rows are done."""


@dataclass(slots=True)
class Walk:
    """Through the rows that `due` selects; its first column is the id of a row.

    `locked` selects what `made_anew` has to see of them, and locks them. That gives the new values, none for a row that
    is right as it is, or raises Unsealable: then the row is among the `broken`.
    """

    rows: Table
    due: Select[UUID]
    locked: Select[Any]
    made_anew: Callable[[RowMapping], Mapping[str, Any]]
    broken: set[UUID] = field(default_factory=set)


async def walked(house: House, walk: Walk, told: Told) -> set[UUID]:
    """Go on until nothing is due any more but what is broken: the ids of those rows."""
    while True:
        missed = await _pass(house, walk, told)
        if not missed:
            return walk.broken
        await asyncio.sleep(_PAUSE_SECONDS)


async def _pass(house: House, walk: Walk, told: Told) -> int:
    """Once through the table: how many rows were not to be had, because somebody was writing or deleting them."""
    missed, after = 0, BEFORE_ALL
    while ids := await _next(house, walk, after):
        after = ids[-1]
        async with house.transaction(ROTATOR) as session:
            connection = await session.connection()
            found = (await connection.execute(walk.locked.where(walk.rows.c.id.in_(ids)))).mappings().all()
            await _write(session, walk, found)
        missed += len(ids) - len(found)
        told(len(found))
    return missed


async def _next(house: House, walk: Walk, after: UUID) -> Sequence[UUID]:
    id_ = walk.rows.c.id
    which = walk.due.where(id_ > after, id_.not_in(walk.broken)).order_by(id_).limit(AT_ONCE)
    async with house.transaction(ROTATOR) as session:
        return (await (await session.connection()).execute(which)).scalars().all()


async def _write(session: DbSession, walk: Walk, found: Sequence[RowMapping]) -> None:
    made = [{"row_id": row["id"], **values} for row in found if (values := _made_anew(walk, row))]
    if made:
        rows = walk.rows
        await (await session.connection()).execute(update(rows).where(rows.c.id == bindparam("row_id")), made)


def _made_anew(walk: Walk, row: RowMapping) -> Mapping[str, Any]:
    try:
        return walk.made_anew(row)
    except Unsealable:
        walk.broken.add(row["id"])
        return {}
