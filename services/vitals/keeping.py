"""Measures this process at the end of each minute of the clock, tells the others, and hears them."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import datetime

import psutil

from services.house import House
from services.journal.measures import RECENT_EVENTS, RECENT_REQUESTS, RECENT_STALLS
from services.vitals.reading import Pages, machine_of, pool_of
from services.vitals.record import SECONDS_BETWEEN_SAMPLES, ProcessVitals, Record, Sample, to_tell

CHANNEL = "vitals"
_TOO_SHORT_SECONDS = 0.1  # to say how busy somebody was
_THIS_PROCESS = psutil.Process()
_log = logging.getLogger(__name__)


@asynccontextmanager
async def keeping_vitals(house: House, pages: Callable[[], Pages]) -> AsyncIterator[None]:
    """While the block lasts, `house.vitals` knows the last hour of this process, and how the others are."""
    _begin_anew(house, house.clock.now())
    tasks = [asyncio.create_task(_sample(house, pages), name="vitals"), asyncio.create_task(_hear(house), name="ear")]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


def measured(house: House, pages: Pages) -> ProcessVitals:
    """This process at this moment, with its last hour."""
    record = house.vitals
    now = _now(house, pages)
    return ProcessVitals(
        record.process,
        now,
        machine_of(house.settings.files_folder),
        (*record.hour, now),
        tuple(RECENT_REQUESTS.paces()),
        tuple(RECENT_EVENTS.paces()),
    )


def seconds_left(now: datetime) -> float:
    """Until the minute ends: each sample lies in one minute of the clock. Who wakes early waits for the next."""
    left = SECONDS_BETWEEN_SAMPLES - now.timestamp() % SECONDS_BETWEEN_SAMPLES
    return left if left > SECONDS_BETWEEN_SAMPLES / 60 else left + SECONDS_BETWEEN_SAMPLES


async def _sample(house: House, pages: Callable[[], Pages]) -> None:
    await _guarded(_tell(house, pages))
    while True:
        await asyncio.sleep(seconds_left(house.clock.now()))
        await _guarded(_take(house, pages))


async def _guarded(step: Coroutine[None, None, None]) -> None:
    try:
        await step
    except Exception:  # pylint: disable=broad-exception-caught  # one lost sample must not end the watch
        _log.exception("vitals were not measured")


async def _tell(house: House, pages: Callable[[], Pages]) -> None:
    await house.shared.publish(CHANNEL, to_tell(measured(house, pages())))


async def _take(house: House, pages: Callable[[], Pages]) -> None:
    told = measured(house, pages())
    house.vitals.hour.append(told.now)
    _begin_anew(house, told.now.at)
    await house.shared.publish(CHANNEL, to_tell(told))


def _begin_anew(house: House, at: datetime) -> None:
    house.vitals.since, house.vitals.cpu_from = at, _clocks()
    for recent in (RECENT_REQUESTS, RECENT_EVENTS, RECENT_STALLS):
        recent.begin_anew()


async def _hear(house: House) -> None:
    with house.shared.listening(CHANNEL) as messages:
        while True:
            house.vitals.hear(await messages.get())


def _now(house: House, pages: Pages) -> Sample:
    requests, stalls = RECENT_REQUESTS.since(), RECENT_STALLS.since()
    at = house.clock.now()
    return Sample(
        since=house.vitals.since or at,
        at=at,
        requests=requests.count,
        failed=requests.failed,
        p95_ms=requests.p95_ms,
        stall_ms=stalls.worst_ms,
        pages=pages,
        pool=pool_of(house.settings, house.engine),
        memory_bytes=_THIS_PROCESS.memory_info().rss,
        cpu_share=_cpu_share(house.vitals),
    )


def _cpu_share(record: Record) -> float:
    seconds, worked = (now - before for now, before in zip(_clocks(), record.cpu_from, strict=True))
    return round(worked / seconds, 3) if seconds > _TOO_SHORT_SECONDS else 0.0


def _clocks() -> tuple[float, float]:
    return time.monotonic(), time.process_time()
