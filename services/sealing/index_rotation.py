"""One run over everything that is found by a keyed hash, and what is known afterwards about the keys of these."""

from dataclasses import dataclass, field
from uuid import UUID

from services.house import House
from services.sealing.index_columns import EVERY_INDEX_COLUMN
from services.sealing.reindexing import names_in, outdated, reindex, without_original
from services.sealing.rotation import Progress, counting
from services.sealing.walking import ROTATOR


@dataclass(slots=True)
class Findable:
    """`named` are other keys by which values are found, and how many are; `waiting` of them have no sealed value.

    `free` are other keys that nothing needs now.
    """

    named: dict[str, int] = field(default_factory=dict)
    waiting: int = 0
    free: list[str] = field(default_factory=list)
    broken: dict[str, set[UUID]] = field(default_factory=dict)


async def rotate_indexes(house: House, progress: Progress) -> Findable:
    """Make every hash with the newest key that is not. Accounts get one by every key, before any other row changes."""
    found = Findable()
    for index in EVERY_INDEX_COLUMN:
        async with house.transaction(ROTATOR) as session:
            number = await outdated(session, index)
        if broken := await reindex(house, index, counting(index.name, number, progress)):
            found.broken[index.name] = broken
    await _look_at_other_keys(house, found)
    return found


async def _look_at_other_keys(house: House, found: Findable) -> None:
    newest, *others = house.index_keys.keys
    async with house.transaction(ROTATOR) as session:
        for index in EVERY_INDEX_COLUMN:
            found.waiting += await without_original(session, index)
            for name, count in (await names_in(session, index)).items():
                if name != newest:
                    found.named[name] = found.named.get(name, 0) + count
    found.free = [name for name in others if name not in found.named and not found.broken]
