"""How this process is, as Prometheus reads it (text exposition format). For our own networks and the token only."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import GaugeMetricFamily as Gauge
from sqlalchemy.exc import SQLAlchemyError

from api.internal.insiders import is_insider
from api.problems import ProblemRoute
from services.health import LIMIT_SECONDS
from services.house import House
from services.jobs.backlog import Backlog, backlog
from services.journal.measures import COUNTED
from services.visitor import System
from services.vitals.reading import machine_of, pool_of
from ui.guards import HouseDep
from ui.memory.pages_in_memory import pages_in_memory

router = APIRouter(route_class=ProblemRoute)
_WATCH = System("health")


@router.get("/api/internal/metrics")
async def metrics(request: Request, house: HouseDep) -> Response:
    """What was counted since the start, and how it is right now. For everybody else this address leads nowhere."""
    if not is_insider(request, house.settings):
        raise HTTPException(404)
    jobs = await _jobs(house)
    now = CollectorRegistry(auto_describe=False)
    now.register(_Now([*_database(house, jobs is not None), *_backlog(jobs or []), *_clients(), *_machine(house)]))
    body = generate_latest(COUNTED) + generate_latest(now)
    return Response(body, media_type=CONTENT_TYPE_PLAIN_0_0_4, headers={"Cache-Control": "no-store"})


class _Now:
    """What was looked up for one answer, as a registry collects it."""

    def __init__(self, found: Iterable[Gauge]) -> None:
        self.found = list(found)

    def collect(self) -> list[Gauge]:
        """The gauges."""
        return self.found


async def _jobs(house: House) -> list[Backlog] | None:
    """None when the database does not answer: then the rest is told all the same."""
    try:
        async with asyncio.timeout(LIMIT_SECONDS), house.transaction(_WATCH) as session:
            return await backlog(session)
    except (SQLAlchemyError, TimeoutError, OSError):
        return None


def _database(house: House, answers: bool) -> Iterator[Gauge]:
    yield Gauge("mbtq_database_up", "Whether the database answers.", value=answers)
    if pool := pool_of(house.settings, house.engine):
        yield Gauge("mbtq_database_connections_most", "Connections that may be open.", value=pool.most)
        states = {"in use": pool.in_use, "free": pool.free}
        yield _by("mbtq_database_connections", "Open connections.", "state", states)


def _backlog(jobs: list[Backlog]) -> Iterator[Gauge]:
    yield _by("mbtq_jobs_waiting", "Jobs that wait.", "job", {one.job: one.waiting for one in jobs})
    yield _by("mbtq_jobs_running", "Jobs that are being done.", "job", {one.job: one.running for one in jobs})
    yield _by("mbtq_jobs_failed", "Jobs that were given up.", "job", {one.job: one.failed for one in jobs})
    ages = {one.job: one.oldest_seconds for one in jobs}
    yield _by("mbtq_jobs_oldest_seconds", "How long the oldest job has been due.", "job", ages)


def _clients() -> Iterator[Gauge]:
    pages = pages_in_memory()
    states = {"connected": pages.connected, "waiting": pages.waiting}
    yield _by("mbtq_pages", "Pages in memory, with and without their socket.", "state", states)


def _machine(house: House) -> Iterator[Gauge]:
    machine = machine_of(house.settings.files_folder)
    memory = {"free": machine.memory_free_bytes, "all": machine.memory_all_bytes}
    yield _by("mbtq_machine_memory_bytes", "Memory.", "state", memory)
    disk = {"free": machine.disk_free_bytes, "all": machine.disk_all_bytes}
    yield _by("mbtq_machine_disk_bytes", "Disk.", "state", disk)
    yield Gauge("mbtq_machine_load", "Runnable processes, over one minute.", value=machine.load)


def _by(name: str, about: str, label: str, values: Mapping[str, float]) -> Gauge:
    gauge = Gauge(name, about, labels=[label])
    for key, value in values.items():
        gauge.add_metric([key], value)
    return gauge
