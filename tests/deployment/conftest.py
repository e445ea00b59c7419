"""One house as it stands on a server, for all tests of this folder."""

import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from services.settings import secrets
from tests.browser.conftest import browser
from tests.database import DatabaseUrls, copy_of_the_template
from tests.deployment.nginx_server import prepared, running
from tests.deployment.pgbouncer_server import a_pgbouncer
from tests.deployment.standing import PER_MINUTE, TOKEN, Process, Standing
from tests.processes.house_process import free_port
from tests.redis_server import RedisServer, a_redis
from tests.security.conftest import attempts

__all__ = ["attempts", "browser"]


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All on one worker, so that all is started once."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("deployment"))


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """A folder that every account may walk through, for what listens on sockets."""
    with tempfile.TemporaryDirectory(prefix="mbtq-deployment-", ignore_cleanup_errors=True) as made:
        Path(made).chmod(0o711)
        yield Path(made)


@pytest.fixture(scope="session")
def urls(superuser_url: str, worker_id: str) -> DatabaseUrls:
    """A database for what stands here."""
    return copy_of_the_template(superuser_url, f"deployed_{worker_id}")


@pytest.fixture(scope="session")
def pgbouncer(folder: Path, urls: DatabaseUrls) -> Iterator[str]:
    """The app's address of that database, through PgBouncer."""
    (folder / "pgbouncer").mkdir()
    with a_pgbouncer(folder / "pgbouncer", urls.app) as address:
        yield address


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def redis(folder: Path) -> AsyncIterator[RedisServer]:
    """A Redis that the processes share."""
    async with a_redis(folder) as server:
        yield server


@pytest.fixture(scope="session")
def standing(folder: Path, pgbouncer: str, redis: RedisServer) -> Iterator[Standing]:
    """Everything, with the profile of production."""
    ports = free_port(), free_port()
    (folder / "nginx").mkdir()
    nginx = prepared(folder / "nginx", ports)
    made = {name.upper(): value for name, value in secrets.fresh().items()}
    environment = made | {
        "PROFILE": "production",
        "PUBLIC_URL": nginx.address,
        "COOKIES_TLS_ONLY": "true",
        "DATABASE_URL": pgbouncer,
        "BEHIND_PGBOUNCER": "true",
        "REDIS_URL": redis.url,
        "FILES_URL": f"file://{folder}/files",
        "TRUSTED_PROXIES": "127.0.0.1/32",
        "REQUESTS_PER_MINUTE": str(PER_MINUTE),
        "HEALTH_TOKEN": TOKEN,
        "SMTP_HOST": "127.0.0.1",
        "MAIL_FROM": "MBTQ <no-reply@mbtq.example>",
    }
    processes = tuple(Process(port, folder / "data", environment) for port in ports)
    houses = [process.started() for process in processes]
    try:
        with running(nginx):
            for house in houses:
                house.opened()
            yield Standing(nginx, (processes[0], processes[1]), houses)
    finally:
        for house in houses:
            house.process.kill()
            house.process.communicate()


@pytest.fixture
def site(standing: Standing) -> Standing:
    """What stands here, with both processes running."""
    return standing.mended()
