"""One house as it stands on a server, for all tests of this folder."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from services.settings import secrets
from tests.browser.conftest import browser
from tests.database import DatabaseUrls, copy_of_the_template
from tests.deployment.certificates import OfTheHouse
from tests.deployment.nginx_server import prepared, running
from tests.deployment.pgbouncer_server import a_pgbouncer
from tests.deployment.redis_server import a_redis_over_tls
from tests.deployment.standing import PER_MINUTE, TOKEN, Process, Standing
from tests.processes.house_process import free_port
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
def certificates(folder: Path, superuser_url: str) -> OfTheHouse:
    """Those of the house."""
    made = OfTheHouse(folder, Path(str(make_url(superuser_url).query["host"])).stat().st_uid)
    made.make()
    return made


@pytest.fixture(scope="session")
def pgbouncer(folder: Path, urls: DatabaseUrls, certificates: OfTheHouse) -> Iterator[str]:
    """The app's address of that database, through PgBouncer."""
    (own := folder / "pgbouncer").mkdir()
    url = make_url(urls.app)
    with a_pgbouncer(own, certificates, leads_to=f"host={url.query['host']} dbname={url.database}") as server:
        yield certificates.database(server.port).render_as_string()


@pytest.fixture(scope="session")
def redis(certificates: OfTheHouse) -> Iterator[str]:
    """The address of a Redis that the processes share."""
    with a_redis_over_tls(certificates) as address:
        yield address


@pytest.fixture(scope="session")
def standing(folder: Path, certificates: OfTheHouse, pgbouncer: str, redis: str) -> Iterator[Standing]:
    """Everything, with the profile of production."""
    ports = free_port(), free_port()
    (folder / "nginx").mkdir()
    nginx = prepared(folder / "nginx", ports, certificates)
    made = {name.upper(): value for name, value in secrets.fresh().items()}
    environment = made | {
        "PROFILE": "production",
        "PUBLIC_URL": nginx.address,
        "COOKIES_TLS_ONLY": "true",
        "TLS_CERTIFICATE": str(certificates.of("app")),
        "DATABASE_URL": pgbouncer,
        "BEHIND_PGBOUNCER": "true",
        "REDIS_URL": certificates.redis(redis),
        "FILES_URL": f"file://{folder}/files",
        "TRUSTED_PROXIES": "127.0.0.1/32",
        "REQUESTS_PER_MINUTE": str(PER_MINUTE),
        "HEALTH_TOKEN": TOKEN,
        "LOG_LEVEL": "warning",  # nobody reads what they say before their end, and a pipe that is full stops them
        "SMTP_HOST": "127.0.0.1",
        "MAIL_FROM": "MBTQ <no-reply@mbtq.example>",
    }
    processes = tuple(Process(port, folder / "data", environment, certificates.ca) for port in ports)
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
