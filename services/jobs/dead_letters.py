"""Jobs that were tried as often as they may be and did not work. Somebody has to look at them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text

from services.house import DbSession


@dataclass(frozen=True, slots=True)
class FailedJob:
    """A job that was given up. Its arguments are ids."""

    job_id: int
    name: str
    arguments: dict[str, str]
    attempts: int
    failed_at: datetime


_FAILED = text("""
    select j.id, j.task_name, j.args, j.attempts, max(e.at)
    from procrastinate_jobs j join procrastinate_events e on e.job_id = j.id and e.type in ('failed', 'aborted')
    where j.status in ('failed', 'aborted')
    group by j.id
    order by max(e.at) desc
    limit :most
""")


async def failed_jobs(session: DbSession, *, most: int = 100) -> list[FailedJob]:
    """The jobs that were given up, latest first."""
    connection = await session.connection()
    return [FailedJob(*row) for row in await connection.execute(_FAILED, {"most": most})]
