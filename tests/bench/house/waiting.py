"""How much memory pages take that are loaded by nobody's browser, with and without the bound."""

import asyncio
from collections.abc import Iterable

import httpx

from tests.bench.house.serving import a_house, megabytes
from tests.bench.page import Table

_AT_ONCE = 8


def waiting(loads: int, bounds: Iterable[int]) -> Table:
    """Megabytes of the whole process before and after so many loads of the first page, for each bound."""
    rows = [(f"{bound:,}", *_held(loads, bound)) for bound in bounds]
    about = f"""Megabytes of the whole process, before and after {loads:,} loads of the first page. No browser connects
to any of them. NiceGUI itself gives them up after a minute; `MOST_WAITING_PAGES` is the bound."""
    return Table("Memory of pages that nobody connects to", about, ("bound", "before", "after"), tuple(rows))


def _held(loads: int, bound: int) -> tuple[str, str]:
    with a_house(MOST_WAITING_PAGES=f"{bound}") as house:
        asyncio.run(_load(house.address, 1))
        before = megabytes(house)
        asyncio.run(_load(house.address, loads))
        return f"{before:.0f}", f"{megabytes(house):.0f}"


async def _load(address: str, times: int) -> None:
    turns = asyncio.Semaphore(_AT_ONCE)
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:

        async def once() -> None:
            async with turns:
                (await client.get("/")).raise_for_status()

        await asyncio.gather(*(once() for _ in range(times)))
