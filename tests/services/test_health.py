import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from pydantic import SecretStr
from sqlalchemy import text

from db.engine import libpq_url, make_engine
from services.health import Check, readiness
from services.house import House
from services.jobs import enqueue, job
from services.jobs.worker import working
from services.visitor import System
from tests.database import DatabaseUrls
from tests.redis_server import a_redis
from tests.services.jobs.waiting import until_listening

DESK = System("trial")
NOBODY_LISTENS = "postgresql://mbtq_app@127.0.0.1:9/mbtq"


@job()
async def wait_for_nothing(_house: House) -> None:
    """A job that no worker of these tests does."""


@pytest.fixture(autouse=True)
async def _clean_desk(house: House) -> None:
    """Other tests share this database: take away their jobs and workers."""
    await change(house, "delete from procrastinate_jobs")
    await change(house, "delete from procrastinate_workers")


async def change(house: House, statement: str, **values: str) -> None:
    async with house.transaction(DESK) as session:
        await (await session.connection()).execute(text(statement), values)


async def states(house: House) -> dict[str, str]:
    return {check.name: str(check.status) for check in await readiness(house)}


async def test_a_house_that_works_is_ready_and_says_how_long_each_part_took(house: House) -> None:
    async with working(house, jobs=[wait_for_nothing]):
        await until_listening(house)
        checks = await readiness(house)
    assert [(check.name, check.status) for check in checks] == [
        ("database", "UP"),
        ("migrations", "UP"),
        ("jobs", "UP"),
    ]
    assert all(isinstance(check, Check) and 0 < check.latency_ms < 1000 for check in checks)


async def test_without_a_worker_the_jobs_are_down_and_the_rest_is_up(house: House) -> None:
    assert await states(house) == {"database": "UP", "migrations": "UP", "jobs": "DOWN"}


async def test_a_worker_without_a_heartbeat_counts_for_nothing(house: House) -> None:
    await change(house, "insert into procrastinate_workers (last_heartbeat) values (now() - interval '31 seconds')")
    assert (await states(house))["jobs"] == "DOWN"


@pytest.mark.parametrize(("due", "state"), [("4 minutes", "UP"), ("6 minutes", "DOWN")])
async def test_a_job_that_has_been_due_for_five_minutes_is_a_sign_of_trouble(
    house: House, due: str, state: str
) -> None:
    await change(house, "insert into procrastinate_workers default values")
    async with house.transaction(DESK) as session:
        await enqueue(session, wait_for_nothing)
    await change(house, "update procrastinate_events set at = now() - cast(cast(:due as text) as interval)", due=due)
    assert (await states(house))["jobs"] == state


async def test_a_job_that_waits_for_its_next_try_is_no_trouble(house: House) -> None:
    await change(house, "insert into procrastinate_workers default values")
    async with house.transaction(DESK) as session:
        await enqueue(session, wait_for_nothing)
    await change(house, "update procrastinate_events set at = now() - interval '1 day'")
    await change(house, "update procrastinate_jobs set scheduled_at = now() + interval '1 hour'")
    assert (await states(house))["jobs"] == "UP"


async def test_a_database_that_is_behind_is_not_ready(house: House, database_urls: DatabaseUrls) -> None:
    with psycopg.connect(libpq_url(database_urls.owner), autocommit=True) as owner:
        [newest] = owner.execute("select version_num from alembic_version").fetchall()
        owner.execute("update alembic_version set version_num = '0001'")
        try:
            assert (await states(house))["migrations"] == "DOWN"
        finally:
            owner.execute("update alembic_version set version_num = %s", newest)


async def test_without_a_database_nothing_that_needs_it_is_ready(house: House) -> None:
    engine = make_engine(NOBODY_LISTENS)
    assert set((await states(replace(house, engine=engine))).values()) == {"DOWN"}
    await engine.dispose()


async def test_a_part_that_does_not_answer_is_down_after_a_second(house: House, database_urls: DatabaseUrls) -> None:
    await change(house, "insert into procrastinate_workers default values")
    with psycopg.connect(libpq_url(database_urls.owner)) as owner:
        owner.execute("lock table procrastinate_workers in access exclusive mode")
        async with asyncio.timeout(20):  # the lock is held for longer than that
            found = await states(house)
    assert found == {"database": "UP", "migrations": "UP", "jobs": "DOWN"}


@pytest.fixture(name="redis_socket")
async def _redis_socket(tmp_path: Path) -> AsyncIterator[Path]:
    async with a_redis(tmp_path) as redis:
        yield redis.socket


def with_redis(house: House, address: str) -> House:
    return replace(house, settings=house.settings.model_copy(update={"redis_url": SecretStr(address)}))


async def test_redis_is_looked_at_where_it_is_used(house: House, redis_socket: Path) -> None:
    assert (await states(with_redis(house, f"unix://{redis_socket}")))["redis"] == "UP"


async def test_a_redis_that_is_away_is_down(house: House, tmp_path: Path) -> None:
    assert (await states(with_redis(house, f"unix://{tmp_path}/nowhere.sock")))["redis"] == "DOWN"
