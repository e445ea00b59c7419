"""How this process is, as Prometheus reads it (text exposition format). For our own networks and the token only."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import GaugeMetricFamily as Gauge
from sqlalchemy.exc import SQLAlchemyError

from api.internal.insiders import is_insider
from api.problems import ProblemRoute
from db.tables.audit import AuditSeal
from services.audit import sealing
from services.health import LIMIT_SECONDS
from services.house import House
from services.jobs.backlog import Backlog, backlog
from services.jobs.worker import EVERY_JOB
from services.journal.measures import COUNTED
from services.providers.answering.known import Answer, Known, known
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
    found = await _looked_up(house)
    now = CollectorRegistry(auto_describe=False)
    told = [*_database(house, found is not None), *_clients(), *_machine(house)]
    if found:
        told += [*_backlog(found.jobs), *_seal(house, found.seal), *_outside(found.outside)]
    now.register(_Now(told))
    body = generate_latest(COUNTED) + generate_latest(now)
    return Response(body, media_type=CONTENT_TYPE_PLAIN_0_0_4, headers={"Cache-Control": "no-store"})


class _Now:
    """What was looked up for one answer, as a registry collects it."""

    def __init__(self, found: Iterable[Gauge]) -> None:
        self.found = list(found)

    def collect(self) -> list[Gauge]:
        """The gauges."""
        return self.found


@dataclass(frozen=True, slots=True)
class _Found:
    jobs: list[Backlog]
    seal: AuditSeal | None
    outside: list[Known]


async def _looked_up(house: House) -> _Found | None:
    """What the database knows. None when it does not answer: then the rest is told all the same."""
    try:
        async with asyncio.timeout(LIMIT_SECONDS), house.transaction(_WATCH) as session:
            return _Found(await backlog(session), await sealing.last(session), await known(session))
    except (SQLAlchemyError, TimeoutError, OSError):
        return None


def _database(house: House, answers: bool) -> Iterator[Gauge]:
    yield Gauge("mbtq_database_up", "Whether the database answers.", value=answers)
    if pool := pool_of(house.settings, house.engine):
        yield Gauge("mbtq_database_connections_most", "Connections that may be open.", value=pool.most)
        states = {"in use": pool.in_use, "free": pool.free}
        yield _by("mbtq_database_connections", "Open connections.", "state", states)


def _backlog(kept: list[Backlog]) -> Iterator[Gauge]:
    """Of a job of which none is kept a zero is told: what is absent would be a job that nobody knows any more."""
    nothing = [Backlog(one.name, waiting=0, running=0, failed=0, oldest_seconds=0) for one in EVERY_JOB]
    jobs = {one.job: one for one in (*nothing, *kept)}.values()
    yield _by("mbtq_jobs_waiting", "Jobs that wait.", "job", {one.job: one.waiting for one in jobs})
    yield _by("mbtq_jobs_running", "Jobs that are being done.", "job", {one.job: one.running for one in jobs})
    yield _by("mbtq_jobs_failed", "Jobs that were given up.", "job", {one.job: one.failed for one in jobs})
    ages = {one.job: one.oldest_seconds for one in jobs}
    yield _by("mbtq_jobs_oldest_seconds", "How long the oldest job has been due.", "job", ages)


def _seal(house: House, seal: AuditSeal | None) -> Iterator[Gauge]:
    if seal:
        age = (house.clock.now() - seal.at).total_seconds()
        yield Gauge("mbtq_audit_last_seal_number", "The number of the last seal of the audit trail.", value=seal.number)
        yield Gauge("mbtq_audit_last_seal_age_seconds", "How long ago that seal was made.", value=age)


def _outside(known_now: list[Known]) -> Iterator[Gauge]:
    """Of those that nobody asked lately nobody knows if they answer; that nobody asked them is told of each."""
    is_asked = {each.key: float(each.answer is not Answer.UNKNOWN) for each in known_now}
    yield _by("mbtq_provider_asked", "Whether an outside service was asked lately.", "provider", is_asked)
    asked = [each for each in known_now if each.answer is not Answer.UNKNOWN]
    up = {each.key: float(each.answer is Answer.LIVE) for each in asked}
    yield _by("mbtq_provider_up", "Whether an outside service answered when it was last asked.", "provider", up)
    took = {each.key: each.took_ms / 1000 for each in asked if each.took_ms is not None}
    yield _by("mbtq_provider_answer_seconds", "How long that answer took.", "provider", took)


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
