"""How this process is, as Prometheus reads it (text exposition format). For our own networks and the token only."""

import asyncio
import shutil
from collections.abc import Iterable, Iterator, Mapping

import psutil
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from nicegui import Client
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import GaugeMetricFamily as Gauge
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from api.internal.insiders import is_insider
from api.problems import ProblemRoute
from services.health import LIMIT_SECONDS
from services.house import House
from services.jobs.backlog import Backlog, backlog
from services.journal.measures import COUNTED
from services.visitor import System
from ui.guards import HouseDep

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
    pool = house.engine.pool
    if isinstance(pool, QueuePool):
        most = house.settings.database_pool_size + house.settings.database_max_overflow
        yield Gauge("mbtq_database_connections_most", "Connections that may be open.", value=most)
        states = {"in use": pool.checkedout(), "free": pool.checkedin()}
        yield _by("mbtq_database_connections", "Open connections.", "state", states)


def _backlog(jobs: list[Backlog]) -> Iterator[Gauge]:
    yield _by("mbtq_jobs_waiting", "Jobs that wait.", "job", {one.job: one.waiting for one in jobs})
    yield _by("mbtq_jobs_running", "Jobs that are being done.", "job", {one.job: one.running for one in jobs})
    yield _by("mbtq_jobs_failed", "Jobs that were given up.", "job", {one.job: one.failed for one in jobs})
    ages = {one.job: one.oldest_seconds for one in jobs}
    yield _by("mbtq_jobs_oldest_seconds", "How long the oldest job has been due.", "job", ages)


def _clients() -> Iterator[Gauge]:
    clients = list(Client.instances.values())
    connected = sum(client.has_socket_connection for client in clients)
    states = {"connected": connected, "waiting": len(clients) - connected}
    yield _by("mbtq_pages", "Pages in memory, with and without their socket.", "state", states)


def _machine(house: House) -> Iterator[Gauge]:
    folder = house.settings.data_dir.absolute()
    there = [place for place in (folder, *folder.parents) if place.exists()]
    disk, memory = shutil.disk_usage(there[0]), psutil.virtual_memory()
    yield _by("mbtq_machine_memory_bytes", "Memory.", "state", {"free": memory.available, "all": memory.total})
    yield _by("mbtq_machine_disk_bytes", "Disk.", "state", {"free": disk.free, "all": disk.total})
    yield Gauge("mbtq_machine_load", "Runnable processes, over one minute.", value=psutil.getloadavg()[0])


def _by(name: str, about: str, label: str, values: Mapping[str, float]) -> Gauge:
    gauge = Gauge(name, about, labels=[label])
    for key, value in values.items():
        gauge.add_metric([key], value)
    return gauge
