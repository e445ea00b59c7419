"""Whether the house can work right now: its database, its migrations, its jobs, and Redis where it is used."""

import asyncio
import logging
from collections.abc import Coroutine
from dataclasses import dataclass
from enum import StrEnum
from time import perf_counter
from typing import Any

from redis.asyncio import from_url
from sqlalchemy import text

from db.migrate import is_current
from services.house import House
from services.visitor import System

LIMIT_SECONDS = 1.0
_WATCH = System("health")
_logger = logging.getLogger(__name__)


class Status(StrEnum):
    """Whether a part works, in the words that monitors expect."""

    UP = "UP"
    DOWN = "DOWN"


@dataclass(frozen=True, slots=True)
class Check:
    """One part that was looked at, and how long it took to answer."""

    name: str
    status: Status
    latency_ms: float


class NotReady(Exception):
    """A part answers and can't be used as it is."""


async def readiness(house: House) -> list[Check]:
    """Look at every part at once. Each gets one second; a part that takes longer is down."""
    looks = {"database": _database(house), "migrations": _migrations(house), "jobs": _jobs(house)}
    if house.settings.redis_url is not None:
        looks["redis"] = _redis(house.settings.redis_url.get_secret_value())
    return list(await asyncio.gather(*(_checked(name, look) for name, look in looks.items())))


async def _checked(name: str, look: Coroutine[Any, Any, None]) -> Check:
    began = perf_counter()
    task = asyncio.create_task(look, name=f"health: {name}")
    answered, _ = await asyncio.wait({task}, timeout=LIMIT_SECONDS)
    if not answered:
        task.cancel()  # and not waited for: what hangs may take long to stop
        trouble: BaseException | None = TimeoutError()
    else:
        trouble = task.exception()
    if trouble is not None:
        _logger.warning("Not ready: %s (%s)", name, type(trouble).__name__)
    return Check(name, Status.UP if trouble is None else Status.DOWN, round((perf_counter() - began) * 1000, 1))


async def _database(house: House) -> None:
    async with house.transaction(_WATCH) as session:
        await (await session.connection()).execute(text("select 1"))


async def _migrations(house: House) -> None:
    async with house.transaction(_WATCH) as session:
        if not await (await session.connection()).run_sync(is_current):
            raise NotReady("A migration is missing.")


_JOBS_GO_ON = text("""
    select exists (select from procrastinate_workers where last_heartbeat > now() - interval '30 seconds')
       and not exists (
           select from procrastinate_jobs j
           where j.status = 'todo' and coalesce(j.scheduled_at, (
               select min(e.at) from procrastinate_events e where e.job_id = j.id and e.type = 'deferred'
           )) < now() - interval '5 minutes')
""")


async def _jobs(house: House) -> None:
    async with house.transaction(_WATCH) as session:
        if not await (await session.connection()).scalar(_JOBS_GO_ON):
            raise NotReady("No worker is alive, or a job has been due for more than five minutes.")


async def _redis(address: str) -> None:
    async with from_url(address) as redis:
        await redis.ping()
