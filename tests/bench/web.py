"""Pages of a real server on its own database, asked by several people at once."""

import asyncio
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from time import perf_counter

import httpx

from tests.bench.page import Table
from tests.processes.house_process import HouseProcess, free_port

_WELCOME, _ESTIMATE = "/", "/tax/2025/estimate"
_MILLISECONDS = 1e3
_PERCENT = 100


def pages(crowds: Iterable[int], rounds: int) -> Table:
    """Milliseconds from asking to the last byte; each person asks again at once, for one page and then the other."""
    rows = []
    with _a_house() as house:
        for people in crowds:
            took = asyncio.run(_everybody(house.address, people, rounds))
            rows += [(f"`{path}`", f"{people}", *_told(samples)) for path, samples in took.items()]
    about = "Milliseconds. Each person asks without a pause, from the machine that also serves."
    return Table("Pages", about, ("page", "people at once", "median", "95th percentile", "longest"), tuple(rows))


@contextmanager
def _a_house() -> Iterator[HouseProcess]:
    with tempfile.TemporaryDirectory(prefix="mbtq-bench-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # root's database runs as another account
        house = HouseProcess(Path(folder) / "data", free_port())
        try:
            yield house.opened()
        finally:
            house.process.terminate()
            house.ended()


async def _everybody(address: str, people: int, rounds: int) -> dict[str, list[float]]:
    found = await asyncio.gather(*(_one_person(address, rounds) for _ in range(people)))
    return {path: [took for person in found for took in person[path]] for path in (_WELCOME, _ESTIMATE)}


async def _one_person(address: str, rounds: int) -> dict[str, list[float]]:
    """Begin an estimate, look at both pages once unmeasured, then measure."""
    took: dict[str, list[float]] = {_WELCOME: [], _ESTIMATE: []}
    async with httpx.AsyncClient(base_url=address, headers={"Origin": address}, timeout=60) as browser:
        (await browser.post("/api/forms/estimate", data={"tax_year": "2025"}, follow_redirects=True)).raise_for_status()
        for _ in range(1 + rounds):
            for path, samples in took.items():
                samples.append(await _asked(browser, path))
    return {path: samples[1:] for path, samples in took.items()}


async def _asked(browser: httpx.AsyncClient, path: str) -> float:
    start = perf_counter()
    (await browser.get(path)).raise_for_status()
    return (perf_counter() - start) * _MILLISECONDS


def _told(samples: list[float]) -> tuple[str, str, str]:
    """Median, 95th percentile and longest."""
    cuts = quantiles(samples, n=_PERCENT, method="inclusive")
    return f"{cuts[49]:.0f}", f"{cuts[94]:.0f}", f"{max(samples):.0f}"
