"""How much work waits, how much was given up, and how long the oldest job has been due."""

from dataclasses import dataclass

from sqlalchemy import text

from services.house import DbSession


@dataclass(frozen=True, slots=True)
class Backlog:
    """The jobs of one name. `oldest_seconds` is 0 when none is due."""

    job: str
    waiting: int
    running: int
    failed: int
    oldest_seconds: float


_BACKLOG = text("""
    select task_name,
           count(*) filter (where status = 'todo'),
           count(*) filter (where status = 'doing'),
           count(*) filter (where status in ('failed', 'aborted')),
           coalesce(greatest(0, extract(epoch from now() - min(due) filter (where status = 'todo'))), 0)
    from (
        select j.task_name, j.status, coalesce(j.scheduled_at, (
            select min(e.at) from procrastinate_events e where e.job_id = j.id and e.type = 'deferred'
        )) as due
        from procrastinate_jobs j
    ) as jobs
    group by task_name
    order by task_name
""")


async def backlog(session: DbSession) -> list[Backlog]:
    """The jobs that are kept, by name; a job that is done is kept no longer."""
    rows = await (await session.connection()).execute(_BACKLOG)
    return [Backlog(job, waiting, running, failed, float(oldest)) for job, waiting, running, failed, oldest in rows]
