"""Seals the files that the rows of one table describe again with the newest key, while the app serves.

A file that is whole is never changed, so nobody writes it meanwhile. Somebody may delete it: a chunk that comes back so
belongs to no row any more, and goes with the stray files of the next night.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from services.house import House
from services.sealing import Unsealable
from services.sealing.columns import SealedTable
from services.sealing.resealing import rows_of
from services.sealing.walking import AT_ONCE, BEFORE_ALL, ROTATOR, Told
from services.storage import SealedFiles


async def reseal_files(house: House, table: SealedTable, told: Told) -> set[UUID]:
    """Seal each file that has a row, chunk by chunk: the ids of those that can't be opened."""
    files: SealedFiles = getattr(house, table.files)
    broken, after = set[UUID](), BEFORE_ALL
    while ids := await _rows(house, table, after=after):
        after = ids[-1]
        for file_id in ids:
            try:
                await files.reseal(file_id)
            except Unsealable:
                broken.add(file_id)
        told(len(ids))
    return broken


async def how_many(house: House, table: SealedTable) -> int:
    """How many files the rows of a table describe."""
    query = select(func.count()).select_from(rows_of(table))
    async with house.transaction(ROTATOR) as session:
        return (await (await session.connection()).execute(query)).scalar_one()


async def _rows(house: House, table: SealedTable, *, after: UUID) -> Sequence[UUID]:
    id_ = rows_of(table).c.id
    async with house.transaction(ROTATOR) as session:
        found = await (await session.connection()).execute(select(id_).where(id_ > after).order_by(id_).limit(AT_ONCE))
        return found.scalars().all()
