"""How much memory pages take that are loaded by nobody's browser, with and without the bound."""

import asyncio
import tempfile
from collections.abc import Iterable
from pathlib import Path

import httpx
import psutil

from tests.bench.page import Table
from tests.processes.house_process import HouseProcess, free_port

_AT_ONCE = 8
_MEGABYTE = 2**20


def waiting(loads: int, bounds: Iterable[int]) -> Table:
    """Megabytes of the whole process before and after so many loads of the first page, for each bound."""
    rows = [(f"{bound:,}", *_held(loads, bound)) for bound in bounds]
    about = f"""Megabytes of the whole process, before and after {loads:,} loads of the first page. No browser connects
to any of them. NiceGUI itself gives them up after a minute; `MOST_WAITING_PAGES` is the bound."""
    return Table("Memory of pages that nobody connects to", about, ("bound", "before", "after"), tuple(rows))


def _held(loads: int, bound: int) -> tuple[str, str]:
    with tempfile.TemporaryDirectory(prefix="mbtq-bench-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # root's database runs as another account
        house = HouseProcess(Path(folder) / "data", free_port(), {"MOST_WAITING_PAGES": str(bound)})
        try:
            house.opened()
            asyncio.run(_load(house.address, 1))
            before = _megabytes(house)
            asyncio.run(_load(house.address, loads))
            return before, _megabytes(house)
        finally:
            house.process.terminate()
            house.ended()


async def _load(address: str, times: int) -> None:
    turns = asyncio.Semaphore(_AT_ONCE)
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:

        async def once() -> None:
            async with turns:
                (await client.get("/")).raise_for_status()

        await asyncio.gather(*(once() for _ in range(times)))


def _megabytes(house: HouseProcess) -> str:
    return f"{psutil.Process(house.process.pid).memory_info().rss / _MEGABYTE:.0f}"
