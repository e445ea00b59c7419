"""How much work waits, and for how long, is counted by the job's name."""

from sqlalchemy import text

from services.house import DbSession, House
from services.jobs import enqueue, job
from services.jobs.backlog import Backlog, backlog
from tests.services.jobs.desk import DESK


@job(retries=0)
async def wait_for_nothing(_house: House) -> None:
    """A job that no worker of these tests does."""


async def change(session: DbSession, statement: str) -> None:
    await (await session.connection()).execute(text(statement))


async def kept(house: House, *statements: str) -> list[Backlog]:
    """The backlog after three jobs were enqueued in an empty queue, and then changed."""
    async with house.transaction(DESK) as session:
        await change(session, "delete from procrastinate_jobs")
        for _ in range(3):
            await enqueue(session, wait_for_nothing)
        for statement in statements:
            await change(session, statement)
        found = await backlog(session)
        await change(session, "delete from procrastinate_jobs")
    return found


async def test_jobs_that_wait_run_and_were_given_up_are_told_apart(house: House) -> None:
    [found] = await kept(
        house,
        "update procrastinate_events set at = now() - interval '90 seconds'",
        "update procrastinate_jobs set status = 'failed' where id = (select min(id) from procrastinate_jobs)",
        "update procrastinate_jobs set status = 'doing' where id = (select max(id) from procrastinate_jobs)",
    )
    assert (found.job, found.waiting, found.running, found.failed) == ("wait_for_nothing", 1, 1, 1)
    assert 90 <= found.oldest_seconds < 120


async def test_a_job_that_is_due_later_has_no_age(house: House) -> None:
    [found] = await kept(house, "update procrastinate_jobs set scheduled_at = now() + interval '1 hour'")
    assert (found.waiting, found.oldest_seconds) == (3, 0)


async def test_an_empty_queue_has_no_backlog(house: House) -> None:
    assert await kept(house, "delete from procrastinate_jobs") == []
