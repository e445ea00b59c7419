"""Who is told to stop ends before its container is killed, also while database and Redis are away."""

import signal
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from tests.database import DatabaseUrls
from tests.processes.conftest import Start
from tests.processes.line import Line
from tests.processes.worker_process import WorkerProcess
from tests.redis_server import a_redis

pytestmark = pytest.mark.slow
_MOST_SECONDS = 10  # compose.yaml kills after 15
_NOTICES_SECONDS = 3


@pytest.fixture
async def redis(tmp_path: Path) -> AsyncIterator[Line]:
    """A line to a real Redis."""
    async with a_redis(tmp_path) as server:
        line = Line(str(server.socket))
        yield line
        line.cut()


@pytest.fixture
def database(database_urls: DatabaseUrls) -> Iterator[Line]:
    """A line to the database of the tests."""
    where = make_url(database_urls.app).query
    line = Line(f"{where['host']}/.s.PGSQL.{where['port']}")
    yield line
    line.cut()


@pytest.fixture
def addresses(redis: Line, database: Line, database_urls: DatabaseUrls) -> dict[str, str]:
    """The settings of a process that leans on both."""
    url = make_url(database_urls.app).set(host="127.0.0.1", port=database.port, query={})
    return {
        "DATABASE_URL": url.render_as_string(hide_password=False),
        "REDIS_URL": f"redis://127.0.0.1:{redis.port}/0",
        "LOG_LEVEL": "info",
    }


@pytest.fixture
def lines(redis: Line, database: Line) -> tuple[Line, Line]:
    """Both, to be cut."""
    return redis, database


@pytest.mark.parametrize("away", ["cut", "hang"])
@pytest.mark.parametrize("what", ["app", "worker"])
def test_it_ends_in_time(
    start: Start,
    data_dir: Path,
    addresses: dict[str, str],
    lines: tuple[Line, Line],
    what: str,
    away: str,
) -> None:
    known = {"DATA_DIR": str(data_dir), **addresses}
    process = start(**addresses).opened() if what == "app" else WorkerProcess(known).opened()
    for line in lines:
        (line.cut if away == "cut" else line.hang)()
    time.sleep(_NOTICES_SECONDS)
    began = time.monotonic()
    process.process.send_signal(signal.SIGTERM)
    _, said = process.ended()
    assert time.monotonic() - began < _MOST_SECONDS, said
    assert said.count("Not listening to Redis") <= 1
