"""Measures this process once a minute, tells the others, and hears them."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

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


async def _sample(house: House, pages: Callable[[], Pages]) -> None:
    while True:
        try:
            await _take(house, pages())
        except Exception:  # pylint: disable=broad-exception-caught  # one lost sample must not end the watch
            _log.exception("vitals were not measured")
        await asyncio.sleep(SECONDS_BETWEEN_SAMPLES)


async def _take(house: House, pages: Pages) -> None:
    told = measured(house, pages)
    house.vitals.hour.append(told.now)
    house.vitals.cpu_from = _clocks()
    for recent in (RECENT_REQUESTS, RECENT_EVENTS, RECENT_STALLS):
        recent.begin_anew()
    await house.shared.publish(CHANNEL, to_tell(told))


async def _hear(house: House) -> None:
    with house.shared.listening(CHANNEL) as messages:
        while True:
            house.vitals.hear(await messages.get())


def _now(house: House, pages: Pages) -> Sample:
    requests, stalls = RECENT_REQUESTS.since(), RECENT_STALLS.since()
    return Sample(
        at=house.clock.now(),
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
