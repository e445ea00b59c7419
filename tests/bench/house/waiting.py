"""How much memory pages take that are loaded by nobody's browser, with and without the bound."""

import asyncio
from collections.abc import Iterable

import httpx

from tests.bench.house.serving import a_house, megabytes
from tests.bench.page import Table

_AT_ONCE = 8
_FROM_EVERYWHERE = {"MOST_PAGES": "1000000", "TRUSTED_PROXIES": "127.0.0.0/8,::1/128"}
"""Each load comes from a place of its own, because pages of one place have a bound too."""


def waiting(loads: int, bounds: Iterable[int]) -> Table:
    """Megabytes of the whole process before and after so many loads of the first page, for each bound."""
    rows = [(f"{bound:,}", *_held(loads, bound)) for bound in bounds]
    about = f"""Megabytes of the whole process, before and after {loads:,} loads of the first page. No browser connects
to any of them. NiceGUI itself gives them up after a minute; `MOST_WAITING_PAGES` is the bound."""
    return Table("Memory of pages that nobody connects to", about, ("bound", "before", "after"), tuple(rows))


def _held(loads: int, bound: int) -> tuple[str, str]:
    with a_house(MOST_WAITING_PAGES=f"{bound}", **_FROM_EVERYWHERE) as house:
        asyncio.run(_load(house.address, 1))
        before = megabytes(house)
        asyncio.run(_load(house.address, loads))
        return f"{before:.0f}", f"{megabytes(house):.0f}"


async def _load(address: str, times: int) -> None:
    turns = asyncio.Semaphore(_AT_ONCE)
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:

        async def once(number: int) -> None:
            place = f"10.0.{number // 250}.{number % 250}"
            async with turns:
                (await client.get("/", headers={"X-Forwarded-For": place})).raise_for_status()

        await asyncio.gather(*(once(number) for number in range(times)))
