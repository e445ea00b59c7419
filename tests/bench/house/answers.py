"""Pages and the API of a real server on its own database, asked by several people at once."""

import asyncio
from collections.abc import Iterable
from statistics import quantiles
from time import perf_counter

import httpx

from tests.bench.house.serving import a_house, a_key
from tests.bench.page import Table
from tests.partners import ESTIMATE

_PAGES = ("/", "/tax/2025/estimate")
_QUESTION = {"income_w2": 52_000, "federal_income_tax_withheld": 5_000, "tax_year": 2025}
_MILLISECONDS = 1e3
_PERCENT = 100


def answers(crowds: Iterable[int], rounds: int) -> Table:
    """Milliseconds from asking to the last byte. Each person asks for one after the other, again and again."""
    rows = []
    with a_house() as house:
        key = a_key(house)
        for people in crowds:
            took = asyncio.run(_everybody(house.address, key, people, rounds))
            rows += [(f"`{path}`", f"{people}", *_told(samples)) for path, samples in took.items()]
    about = "Milliseconds. Each person asks without a pause, from the machine that also serves."
    columns = ("what was asked", "people at once", "median", "95th percentile", "longest")
    return Table("Pages and the API", about, columns, tuple(rows))


async def _everybody(address: str, key: str, people: int, rounds: int) -> dict[str, list[float]]:
    found = await asyncio.gather(*(_one_person(address, key, rounds) for _ in range(people)))
    return {path: [took for person in found for took in person[path]] for path in (*_PAGES, ESTIMATE)}


async def _one_person(address: str, key: str, rounds: int) -> dict[str, list[float]]:
    """Begin an estimate, ask for everything once unmeasured, then measure."""
    async with httpx.AsyncClient(base_url=address, timeout=60, follow_redirects=True) as browser:
        begun = await browser.post("/api/forms/estimate", data={"tax_year": "2025"}, headers={"Origin": address})
        begun.raise_for_status()
        asked = {path: browser.build_request("GET", path) for path in _PAGES}
        # A partner's program has no cookie, so the browser does not build its request.
        asked[ESTIMATE] = httpx.Request("POST", address + ESTIMATE, json=_QUESTION, headers={"X-API-Key": key})
        took: dict[str, list[float]] = {path: [] for path in asked}
        for _ in range(1 + rounds):
            for path, request in asked.items():
                took[path].append(await _answered(browser, request))
    return {path: samples[1:] for path, samples in took.items()}


async def _answered(browser: httpx.AsyncClient, request: httpx.Request) -> float:
    start = perf_counter()
    (await browser.send(request)).raise_for_status()
    return (perf_counter() - start) * _MILLISECONDS


def _told(samples: list[float]) -> tuple[str, str, str]:
    """Median, 95th percentile and longest."""
    cuts = quantiles(samples, n=_PERCENT, method="inclusive")
    return f"{cuts[49]:.0f}", f"{cuts[94]:.0f}", f"{max(samples):.0f}"
