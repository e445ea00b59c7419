import asyncio
from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import text

from services.house import DbSession, House
from services.jobs import enqueue, job
from services.jobs.dead_letters import failed_jobs
from services.jobs.worker import Pace, working
from services.visitor import Guest
from tests.services.jobs.desk import DESK, QUICK, done
from tests.services.jobs.waiting import until, until_listening


@job(retries=2, backoff_seconds=0)
async def write_down(_house: House, *, note: str) -> None:
    done.append(note)


@job(retries=2, backoff_seconds=0)
async def stumble(_house: House, *, note: str) -> None:
    done.append(note)
    raise ConnectionError("nobody there")


@job(retries=2, backoff_seconds=0)
async def stumble_once(_house: House, *, note: str) -> None:
    done.append(note)
    if len(done) == 1:
        raise ConnectionError("nobody there")


@job(retries=2, backoff_seconds=0)
async def take_long(_house: House, *, note: str) -> None:
    done.append(note)
    await asyncio.sleep(0.3)
    done.append("finished")


@job(retries=2, backoff_seconds=0)
async def take_for_ever(_house: House, *, note: str) -> None:
    done.append(note)
    await asyncio.sleep(3600)


@job()
async def stumble_with_patience(_house: House, *, note: str) -> None:
    done.append(note)
    raise ConnectionError("nobody there")


async def jobs_left(session: DbSession) -> list[tuple[str, str]]:
    connection = await session.connection()
    rows = await connection.execute(
        text("select task_name, status::text as status from procrastinate_jobs order by id")
    )
    return [(row.task_name, row.status) for row in rows]


async def test_a_job_runs_promptly_once_its_transaction_is_kept(house: House) -> None:
    async with working(house, jobs=[write_down], pace=Pace(look_for_work=60)):
        await until_listening(house)
        async with house.transaction(DESK) as session:
            await enqueue(session, write_down, note="hello")
            await asyncio.sleep(0.1)
            assert not done, "the transaction is still open"
        await until(lambda: done == ["hello"])  # long before it would look by itself


async def test_a_guest_who_has_begun_nothing_can_have_a_job_done_too(house: House) -> None:
    async with house.transaction(Guest()) as session:
        await enqueue(session, write_down, note="from a guest")
    async with working(house, jobs=[write_down], pace=QUICK):
        await until(lambda: done == ["from a guest"])


async def test_a_transaction_that_fails_leaves_no_job(house: House) -> None:
    async def change_of_mind() -> None:
        async with house.transaction(DESK) as session:
            await enqueue(session, write_down, note="never")
            raise RuntimeError("changed my mind")

    with pytest.raises(RuntimeError, match="changed my mind"):
        await change_of_mind()
    async with house.transaction(DESK) as session:
        assert await jobs_left(session) == []


async def test_a_job_that_is_done_leaves_nothing_behind(house: House) -> None:
    async with house.transaction(DESK) as session:
        await enqueue(session, write_down, note="done")
    async with working(house, jobs=[write_down], pace=QUICK):
        await until(lambda: done == ["done"])
    async with house.transaction(DESK) as session:
        assert await jobs_left(session) == []


async def test_a_job_that_fails_is_tried_again(house: House) -> None:
    async with house.transaction(DESK) as session:
        await enqueue(session, stumble_once, note="try")
    async with working(house, jobs=[stumble_once], pace=QUICK):
        await until(lambda: done == ["try", "try"])
    async with house.transaction(DESK) as session:
        assert await jobs_left(session) == []
        assert await failed_jobs(session) == []


async def test_a_job_that_never_works_ends_among_the_dead_letters(house: House) -> None:
    note = str(uuid4())
    async with house.transaction(DESK) as session:
        await enqueue(session, stumble, note=note)
    async with working(house, jobs=[stumble], pace=QUICK):
        await until(lambda: done == [note] * 3)
    async with house.transaction(DESK) as session:
        [dead] = await failed_jobs(session)
    assert (dead.name, dead.arguments, dead.attempts) == ("stumble", {"note": note}, 3)
    assert dead.failed_at.tzinfo is not None


async def test_a_running_job_is_finished_before_the_house_closes(house: House) -> None:
    async with house.transaction(DESK) as session:
        await enqueue(session, take_long, note="began")
    async with working(house, jobs=[take_long], pace=QUICK):
        await until(lambda: done == ["began"])
    assert done == ["began", "finished"]


async def test_a_job_that_takes_too_long_waits_for_the_next_start(house: House) -> None:
    async with house.transaction(DESK) as session:
        await enqueue(session, take_for_ever, note="began")
    async with asyncio.timeout(20), working(house, jobs=[take_for_ever], pace=QUICK):
        await until(lambda: done == ["began"])
    async with house.transaction(DESK) as session:
        assert await jobs_left(session) == [("take_for_ever", "todo")]


@pytest.mark.parametrize(("attempts", "seconds"), [(0, 3), (1, 9), (3, 81)])
async def test_the_wait_between_tries_grows(house: House, attempts: int, seconds: int) -> None:
    async with house.transaction(DESK) as session:
        await enqueue(session, stumble_with_patience, note="try")
        tried = text("update procrastinate_jobs set attempts = :attempts")
        await (await session.connection()).execute(tried, {"attempts": attempts})
    async with working(house, jobs=[stumble_with_patience], pace=QUICK):
        await until(lambda: done == ["try"])
    wait = text("select extract(epoch from scheduled_at - now()) from procrastinate_jobs where status = 'todo'")
    async with house.transaction(DESK) as session:
        assert await (await session.connection()).scalar(wait) == pytest.approx(seconds, abs=2)


async def test_behind_pgbouncer_jobs_are_found_by_looking_around(house: House) -> None:
    behind = replace(house, settings=house.settings.model_copy(update={"behind_pgbouncer": True}))
    async with working(behind, jobs=[write_down], pace=QUICK):
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(until_listening(house), 0.3)
        async with house.transaction(DESK) as session:
            await enqueue(session, write_down, note="found")
        await until(lambda: done == ["found"])


async def test_arguments_are_given_by_name(house: House) -> None:
    async with house.transaction(DESK) as session:
        with pytest.raises(TypeError, match="by name"):
            await enqueue(session, write_down, "hello")  # type: ignore[call-arg]  # the mistake that is refused
