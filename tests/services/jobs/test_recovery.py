import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import psycopg
from sqlalchemy import text

from db.engine import libpq_url
from services.house import House
from services.jobs import enqueue, job
from services.jobs.dead_letters import failed_jobs
from services.jobs.worker import working
from tests.database import DatabaseUrls
from tests.services.jobs.abandoned import hang
from tests.services.jobs.desk import DESK, QUICK, done
from tests.services.jobs.waiting import until, until_listening, until_seen

ROOT = Path(__file__).parents[3]


@job(retries=2, backoff_seconds=0)
async def finish(_house: House, *, note: str) -> None:
    done.append(note)


@asynccontextmanager
async def process_that_hangs(house: House, database_urls: DatabaseUrls) -> AsyncIterator[Process]:
    """Another process of the house, in the middle of a job."""
    settings = house.settings.data_dir / "settings.json"
    secret = {
        name: getattr(house.settings, name).get_secret_value() for name in ("sealing_keys", "index_key", "audit_keys")
    }
    settings.write_text(json.dumps({"database_url": database_urls.app, **secret}), encoding="utf-8")
    command = [sys.executable, "-m", "tests.services.jobs.abandoned", str(settings)]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=PIPE)
    try:
        assert process.stdout is not None
        assert await asyncio.wait_for(process.stdout.readline(), 20) == b"lost\n"
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_a_job_that_a_killed_process_left_is_done_by_the_next(house: House, database_urls: DatabaseUrls) -> None:
    async with house.transaction(DESK) as session:
        await enqueue(session, hang, note="lost")
    async with process_that_hangs(house, database_urls) as process:
        process.kill()  # kill -9: nothing is tidied up
        await process.wait()
    async with working(house, jobs=[replace(finish, name="hang")], pace=QUICK):
        await until(lambda: done == ["lost"])


async def test_a_job_of_a_process_that_still_works_is_left_alone(house: House, database_urls: DatabaseUrls) -> None:
    async with house.transaction(DESK) as session:
        await enqueue(session, hang, note="lost")
    async with process_that_hangs(house, database_urls):
        async with working(house, jobs=[replace(finish, name="hang")], pace=QUICK):
            await asyncio.sleep(1.5)  # longer than a dead worker is waited for
        assert not done


async def abandon(house: House, *, attempts: int) -> None:
    """Leave a job as a killed process does: begun, by a worker that is gone."""
    async with house.transaction(DESK) as session:
        await enqueue(session, finish, note="lost")
        begun = text("update procrastinate_jobs set status = 'doing', attempts = :attempts")
        await (await session.connection()).execute(begun, {"attempts": attempts})


async def somebody_gave_up(house: House) -> bool:
    async with house.transaction(DESK) as session:
        return bool(await failed_jobs(session))


async def test_a_job_that_its_processes_do_not_survive_ends_among_the_dead_letters(house: House) -> None:
    await abandon(house, attempts=finish.retries)
    async with working(house, jobs=[finish], pace=QUICK):
        await until_seen(partial(somebody_gave_up, house))
    async with house.transaction(DESK) as session:
        [dead] = await failed_jobs(session)
    assert (dead.name, dead.arguments) == ("finish", {"note": "lost"})
    assert not done


async def test_a_job_that_only_a_newer_release_knows_is_left_to_it(house: House) -> None:
    await abandon(house, attempts=0)
    async with house.transaction(DESK) as session:
        await enqueue(session, finish, note="waits")
    async with working(house, jobs=[hang], pace=QUICK):
        await until_listening(house)
        await asyncio.sleep(0.3)  # a few looks around
    async with house.transaction(DESK) as session:
        states = text("select array_agg(status::text order by id) from procrastinate_jobs")
        assert await (await session.connection()).scalar(states) == ["doing", "todo"]


async def test_an_abandoned_job_with_tries_left_is_done(house: House) -> None:
    await abandon(house, attempts=finish.retries - 1)
    async with working(house, jobs=[finish], pace=QUICK):
        await until(lambda: done == ["lost"])


async def test_jobs_go_on_after_the_database_was_away(house: House, database_urls: DatabaseUrls) -> None:
    async with working(house, jobs=[finish], pace=QUICK):
        await until_listening(house)
        cut_off("mbtq jobs", database_urls)
        async with house.transaction(DESK) as session:
            await enqueue(session, finish, note="after")
        await until(lambda: done == ["after"])


def cut_off(application: str, database_urls: DatabaseUrls) -> None:
    """End every connection of an application to this database, as a restart of the server does."""
    end = """select pg_terminate_backend(pid) from pg_stat_activity
             where application_name = %s and datname = current_database()"""
    with psycopg.connect(libpq_url(database_urls.app)) as connection:
        assert connection.execute(end, [application]).fetchall()


async def test_a_house_that_closes_while_it_opens_leaves_nothing_running(house: House) -> None:
    async with asyncio.timeout(5):
        async with working(house):
            pass
    assert [task.get_name() for task in asyncio.all_tasks() - {asyncio.current_task()}] == []
