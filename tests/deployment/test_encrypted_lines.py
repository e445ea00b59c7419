"""PostgreSQL and Redis can be reached over TLS, and a server that nobody vouches for is not spoken to."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from db.engine import make_engine
from services.sharing import OverRedis
from tests.database import DatabaseUrls
from tests.deployment.certificates import Vouched, vouched_for
from tests.deployment.pgbouncer_server import a_pgbouncer
from tests.deployment.server_process import listening, program
from tests.processes.house_process import free_port

LONG = timedelta(minutes=1)


@pytest.fixture(scope="module")
def place(folder: Path) -> Path:
    """A folder for the servers of these tests."""
    (made := folder / "encrypted").mkdir()
    return made


@pytest.fixture(scope="module")
def vouched(place: Path) -> Vouched:
    """The certificate of both servers: for localhost, and not for 127.0.0.1."""
    return vouched_for("localhost", place)


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Vouched:
    """Somebody else's authority."""
    return vouched_for("localhost", tmp_path_factory.mktemp("stranger"))


@pytest.fixture(scope="module")
def database(place: Path, vouched: Vouched, urls: DatabaseUrls) -> Iterator[str]:
    """The app's address of the database at a PgBouncer that lets nobody in without TLS."""
    with a_pgbouncer(place, urls.app, tls=vouched) as address:
        yield address


@pytest.fixture(scope="module")
def redis(place: Path, vouched: Vouched) -> Iterator[str]:
    """The address of a Redis that listens with TLS only."""
    port, shown = free_port(), {"cert": vouched.certificate, "key": vouched.key, "ca-cert": vouched.authority}
    options = {"port": 0, "tls-port": port, "tls-auth-clients": "no", "save": "", "dir": place}
    options |= {f"tls-{name}-file": path for name, path in shown.items()}
    told = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    with listening([program("redis-server"), *told, "--loglevel", "warning"], port=port):
        yield f"rediss://localhost:{port}/0"


async def is_encrypted(address: str, *, host: str, authority: Path) -> bool:
    """Whether a line to the database, which the house opens by this address, is encrypted."""
    query = {"sslmode": "verify-full", "sslrootcert": str(authority)}
    url = make_url(address).set(host=host).update_query_dict(query)
    engine = make_engine(url.render_as_string(hide_password=False), behind_pgbouncer=True)
    try:
        async with engine.connect() as connection:
            assert await connection.scalar(text("select 1")) == 1
            line = (await connection.get_raw_connection()).driver_connection
            return bool(line and line.pgconn.ssl_in_use)
    finally:
        await engine.dispose()


async def test_the_database_is_reached_over_tls(database: str, vouched: Vouched) -> None:
    assert await is_encrypted(database, host="localhost", authority=vouched.authority)


async def test_a_database_that_shows_another_certificate_is_not_spoken_to(
    database: str, pgbouncer: str, vouched: Vouched, stranger: Vouched
) -> None:
    with pytest.raises(OperationalError, match="certificate verify failed"):
        await is_encrypted(database, host="localhost", authority=stranger.authority)
    with pytest.raises(OperationalError, match="does not match host name"):
        await is_encrypted(database, host="127.0.0.1", authority=vouched.authority)
    with pytest.raises(OperationalError, match="server does not support SSL"):
        await is_encrypted(pgbouncer, host="localhost", authority=vouched.authority)


async def test_processes_share_over_tls(redis: str, vouched: Vouched) -> None:
    address = f"{redis}?ssl_ca_certs={vouched.authority}"
    async with OverRedis(address) as one, OverRedis(address) as other:
        await one.keep("colour", b"blue", lasts=LONG)
        assert await other.kept("colour") == b"blue"
        with other.listening("news") as heard:
            await one.publish("news", b"hello")
            async with asyncio.timeout(10):
                assert await heard.get() == b"hello"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
async def test_a_redis_that_shows_another_certificate_is_told_nothing(
    redis: str, vouched: Vouched, stranger: Vouched, host: str
) -> None:
    asked = stranger if host == "localhost" else vouched
    address = redis.replace("localhost", host) + f"?ssl_ca_certs={asked.authority}"
    right = f"{redis}?ssl_ca_certs={vouched.authority}"
    async with OverRedis(address) as deceived, OverRedis(right) as other:
        await deceived.keep(f"secret of {host}", b"blue", lasts=LONG)
        assert await deceived.kept(f"secret of {host}") == b"blue"  # each for itself, as while Redis is away
        assert await other.kept(f"secret of {host}") is None
