"""One run over everything that is sealed, and what is known afterwards about older keys."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from services.house import House
from services.sealing.columns import EVERY_SEALED_TABLE, SealedTable
from services.sealing.refiling import how_many, reseal_files
from services.sealing.resealing import keys_named, left, reseal_rows
from services.sealing.walking import ROTATOR

Progress = Callable[[str, int, int], None]
"""Is told what is being sealed, how much of it is done, and how much there is."""


@dataclass(slots=True)
class Outcome:
    """`named` are older keys that values still name, and how many do; `broken` are the ids that can't be opened."""

    named: dict[str, int] = field(default_factory=dict)
    removable: list[str] = field(default_factory=list)
    broken: dict[str, set[UUID]] = field(default_factory=dict)


async def rotate(house: House, progress: Progress) -> Outcome:
    """Seal everything again with the newest key that is not. Run twice, it finds nothing the second time."""
    outcome = Outcome()
    for table in EVERY_SEALED_TABLE:
        await _rows(house, table, progress, outcome)
        if table.files:
            await _files(house, table, progress, outcome)
    await _look_at_older_keys(house, outcome)
    return outcome


async def _rows(house: House, table: SealedTable, progress: Progress, outcome: Outcome) -> None:
    async with house.transaction(ROTATOR) as session:
        all_rows = await left(session, table)
    broken = await reseal_rows(house, table, counting(table.name, all_rows, progress))
    if broken:
        outcome.broken[table.name] = broken


async def _files(house: House, table: SealedTable, progress: Progress, outcome: Outcome) -> None:
    broken = await reseal_files(house, table, counting(table.files, await how_many(house, table), progress))
    if broken:
        outcome.broken[table.files] = broken


async def _look_at_older_keys(house: House, outcome: Outcome) -> None:
    """A key may go when no row names it, and when nothing is left that could not be opened."""
    async with house.transaction(ROTATOR) as session:
        for table in EVERY_SEALED_TABLE:
            for name, count in (await keys_named(session, table)).items():
                if name != house.keyring.newest:
                    outcome.named[name] = outcome.named.get(name, 0) + count
    older = [name for name in house.keyring.keys if name != house.keyring.newest]
    outcome.removable = [name for name in older if name not in outcome.named and not outcome.broken]


def counting(what: str, number: int, progress: Progress) -> Callable[[int], None]:
    """Tells the progress of one part, batch by batch."""
    done = 0

    def told(more: int) -> None:
        nonlocal done
        done += more
        progress(what, done, max(done, number))

    return told
