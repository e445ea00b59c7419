"""Jobs are done by a process of their own, where the processes that serve leave them alone."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import psycopg
import pytest
from pydantic import SecretStr

from db.engine import libpq_url, make_engine
from services import mail
from services.house import furnished
from services.settings import Settings, secrets
from services.visitor import System
from tests.database import DatabaseUrls, copy_of_the_template
from tests.processes.conftest import Start
from tests.processes.house_process import HouseProcess
from tests.processes.worker_process import WorkerProcess
from tests.services.jobs.waiting import until

StartWorker = Callable[[], WorkerProcess]
KEYS = secrets.fresh()


@pytest.fixture(scope="session")
def urls(superuser_url: str, worker_id: str) -> DatabaseUrls:
    """A database whose jobs nobody else does."""
    return copy_of_the_template(superuser_url, f"workers_{worker_id}")


@pytest.fixture
def environment(urls: DatabaseUrls, data_dir: Path) -> dict[str, str]:
    return {
        "DATABASE_URL": urls.app,
        "DATA_DIR": str(data_dir),
        "SEALING_KEYS": KEYS["sealing_keys"],
        "INDEX_KEY": KEYS["index_key"],
        "AUDIT_KEYS": KEYS["audit_keys"],
        "JOBS_IN_APP": "false",
    }


@pytest.fixture
def start_worker(environment: dict[str, str]) -> Iterator[StartWorker]:
    workers: list[WorkerProcess] = []

    def start_worker() -> WorkerProcess:
        workers.append(WorkerProcess(environment))
        return workers[-1]

    yield start_worker
    for worker in workers:
        worker.process.kill()
        worker.process.communicate()


async def post_letters(urls: DatabaseUrls, data_dir: Path, count: int) -> None:
    """Have so many letters sent."""
    engine = make_engine(urls.app, pool_size=1)
    settings = Settings(
        _env_file=None,
        data_dir=data_dir,
        database_url=SecretStr(urls.app),
        sealing_keys=SecretStr(KEYS["sealing_keys"]),
        index_key=SecretStr(KEYS["index_key"]),
        audit_keys=SecretStr(KEYS["audit_keys"]),
    )
    desk = System("trial")
    async with furnished(settings, engine).transaction(desk) as session:
        for number in range(count):
            await mail.post(session, desk, to=f"rosa{number}@example.org", template="account_exists")
    await engine.dispose()


def letters(data_dir: Path) -> list[Path]:
    return list((data_dir / "outbox").glob("*.eml"))


def parts(house: HouseProcess) -> dict[str, str]:
    """What the house says of each of its parts."""
    reply = httpx.get(f"{house.address}/api/internal/health/ready").json()
    return {check["name"]: check["status"] for check in reply["checks"]}


@pytest.mark.slow
async def test_a_house_without_a_worker_is_not_ready_until_one_begins(
    start: Start, start_worker: StartWorker, environment: dict[str, str]
) -> None:
    house = start(**environment).opened()
    assert parts(house)["jobs"] == "DOWN"
    start_worker().opened()
    await until(lambda: parts(house)["jobs"] == "UP")


async def test_two_workers_send_each_letter_once(start_worker: StartWorker, urls: DatabaseUrls, data_dir: Path) -> None:
    await post_letters(urls, data_dir, 40)
    for worker in [start_worker(), start_worker()]:
        worker.opened()
    await until(lambda: len(letters(data_dir)) == 40)
    with psycopg.connect(libpq_url(urls.owner)) as connection:
        sent = connection.execute("select distinct attempts from outgoing_mail").fetchall()
    assert sent == [(1,)]


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_stops_in_order_when_it_is_told_to(start_worker: StartWorker, asked: signal.Signals) -> None:
    assert start_worker().opened().told(asked) == (0, "")


def test_a_worker_refuses_a_database_that_was_not_migrated(
    environment: dict[str, str], superuser_url: str, worker_id: str
) -> None:
    behind = copy_of_the_template(superuser_url, f"behind_{worker_id}")
    with psycopg.connect(libpq_url(behind.owner)) as connection:
        connection.execute("update alembic_version set version_num = '0001'")
    code, said = WorkerProcess(environment | {"DATABASE_URL": behind.app}).ended()
    assert (code, said.count("\n")) == (1, 1)
    assert "not at the migration of this release" in said
