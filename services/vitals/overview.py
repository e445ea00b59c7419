"""Everything that a person who looks after the house sees at one moment."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from db.tables.audit import AuditCheck
from services.health import Status, readiness
from services.house import House
from services.jobs.backlog import Backlog, backlog
from services.jobs.dead_letters import FailedJob, failed_jobs
from services.providers.answering.known import Known, known
from services.visitor import System
from services.vitals.judging import Judged, judged
from services.vitals.keeping import measured
from services.vitals.reading import Pages
from services.vitals.record import ProcessVitals

_WATCH = System("health")


@dataclass(frozen=True, slots=True)
class Overview:
    """The process that was asked, the others, the jobs of all, and what needs a look. `down` names parts of no use."""

    at: datetime
    this: ProcessVitals
    others: tuple[ProcessVitals, ...]
    jobs: tuple[Backlog, ...]
    given_up: tuple[FailedJob, ...]
    down: tuple[str, ...]
    judged: tuple[Judged, ...]
    outside: tuple[Known, ...]
    hears_others: bool

    @property
    def to_look_at(self) -> list[Judged]:
        """What passed its limit."""
        return [each for each in self.judged if each.needs_a_look]


async def overview(house: House, pages: Pages) -> Overview:
    """Measure this process now, and put it beside what the others told within the last minutes."""
    checks, (jobs, given_up, audit, outside) = await asyncio.gather(readiness(house), _looked_up(house))
    now = house.clock.now()
    this, others = measured(house, pages), house.vitals.heard(now)
    return Overview(
        at=now,
        this=this,
        others=tuple(others),
        jobs=tuple(jobs),
        given_up=tuple(given_up),
        down=tuple(check.name for check in checks if check.status is Status.DOWN),
        judged=tuple(judged([this, *others], jobs, audit, outside)),
        outside=tuple(outside),
        hears_others=house.settings.redis_url is not None,
    )


async def _looked_up(house: House) -> tuple[list[Backlog], list[FailedJob], AuditCheck | None, list[Known]]:
    async with house.transaction(_WATCH) as session:
        audit = (await session.exec(select(AuditCheck).order_by(col(AuditCheck.at).desc()).limit(1))).first()
        return await backlog(session), await failed_jobs(session), audit, await known(session)
