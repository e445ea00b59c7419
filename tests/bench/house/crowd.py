"""People who are connected at once, each changing an amount every few seconds, while others load pages.

`python -m tests.bench.house.crowd` reads a `Crowding` as JSON from standard input, says "connected" when everybody is,
waits for a line, and prints what it `Saw`. DATA_DIR names the data of the house. It is a process of its own, so that
the people of this program take no turns with the house.
"""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass, field
from itertools import cycle
from random import Random
from time import perf_counter

import uvloop
from aiohttp import ClientSession

from tests.bench.house.guests import AtHome, beside_the_house, changes, guests
from tests.bench.house.person import Person, with_open_page

_BETWEEN_CHANGES_SECONDS, _BETWEEN_LOADS_SECONDS = 3.0, 0.25
_LEAST_WAGES, _MOST_WAGES = 20_000, 90_000
_SEED = 3


@dataclass(frozen=True, slots=True)
class Crowding:
    """How many people have which page open, for how long."""

    address: str
    page: str
    people: int
    seconds: float


@dataclass(slots=True)
class Saw:
    """How many seconds everything took, and how many changes the house did not keep."""

    changes: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    lost: int = 0


async def crowd(asked: Crowding, *, begin: Callable[[], Awaitable[None]]) -> Saw:
    """Connect everybody, wait for `begin`, and let them work."""
    saw, dice = Saw(), Random(_SEED)  # noqa: S311  # nothing secret: the same pauses every time
    async with beside_the_house() as house, AsyncExitStack() as connections:
        everybody = await guests(house, asked.people)
        before = await changes(house, everybody)
        persons = [
            await connections.enter_async_context(with_open_page(asked.address, asked.page, one.cookie))
            for one in everybody
        ]
        await begin()
        until = perf_counter() + asked.seconds
        seeds = [dice.random() for _ in persons]
        working = [_work(person, until, seed, saw.changes) for person, seed in zip(persons, seeds, strict=True)]
        await asyncio.gather(*working, _others_come(asked, everybody, until, saw.pages))
        saw.lost = before + len(saw.changes) - await changes(house, everybody)
    return saw


async def _work(person: Person, until: float, seed: float, took: list[float]) -> None:
    """Change the wages every three seconds or so, to something else each time."""
    dice = Random(seed)  # noqa: S311  # as above
    await asyncio.sleep(dice.uniform(0, _BETWEEN_CHANGES_SECONDS))
    while perf_counter() < until:
        took.append(await person.earn(dice.randrange(_LEAST_WAGES, _MOST_WAGES)))
        await asyncio.sleep(_BETWEEN_CHANGES_SECONDS * dice.uniform(0.8, 1.2))


async def _others_come(asked: Crowding, everybody: list[AtHome], until: float, took: list[float]) -> None:
    """The first page, and the one that is open, in turn and for one person after the other."""
    arriving = cycle(everybody)
    async with ClientSession() as browser:
        while perf_counter() < until:
            for path, cookie in (("/", {}), (asked.page, {"Cookie": next(arriving).cookie})):
                began = perf_counter()
                async with browser.get(asked.address + path, headers=cookie, raise_for_status=True) as reply:
                    await reply.read()
                took.append(perf_counter() - began)
                await asyncio.sleep(_BETWEEN_LOADS_SECONDS)


async def _told_to_begin() -> None:
    sys.stdout.write("connected\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.readline)


if __name__ == "__main__":
    asked_for = Crowding(**json.loads(sys.stdin.readline()))
    sys.stdout.write(json.dumps(asdict(uvloop.run(crowd(asked_for, begin=_told_to_begin)))))
