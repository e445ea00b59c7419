"""Every line between the parts of the house is encrypted, and who shows another certificate is told nothing."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as RedisIsAway
from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import OperationalError

from db.engine import make_engine
from services.sharing import OverRedis
from tests.deployment.certificates import OfTheHouse
from tests.deployment.nginx_server import prepared, running
from tests.deployment.standing import Standing

LONG = timedelta(minutes=1)


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory, certificates: OfTheHouse) -> OfTheHouse:
    """Another house, with an authority of its own."""
    made = OfTheHouse(tmp_path_factory.mktemp("stranger"), certificates.account)
    made.make()
    return made


@pytest.fixture
def address(pgbouncer: str) -> URL:
    """The app's address of the database."""
    return make_url(pgbouncer)


async def is_encrypted(url: URL) -> bool:
    """Whether a line to the database, which the house opens by this address, is encrypted."""
    engine = make_engine(url.render_as_string(hide_password=False), behind_pgbouncer=True)
    try:
        async with engine.connect() as connection:
            assert await connection.scalar(text("select 1")) == 1
            line = (await connection.get_raw_connection()).driver_connection
            return bool(line and line.pgconn.ssl_in_use)
    finally:
        await engine.dispose()


async def test_the_database_is_reached_over_tls(address: URL) -> None:
    assert await is_encrypted(address)


async def test_a_database_that_shows_another_certificate_is_not_spoken_to(address: URL, stranger: OfTheHouse) -> None:
    with pytest.raises(OperationalError, match="certificate verify failed"):
        await is_encrypted(address.update_query_dict({"sslrootcert": str(stranger.ca)}))
    with pytest.raises(OperationalError, match="does not match host name"):
        await is_encrypted(address.set(host="127.0.0.1"))


async def test_who_has_no_certificate_of_the_app_does_not_come_to_the_database(
    address: URL, certificates: OfTheHouse, stranger: OfTheHouse
) -> None:
    for said, shown in (
        ("SSL required", {"sslmode": "disable"}),
        ("certificate required", dict.fromkeys(("sslcert", "sslkey"), "/nowhere")),
        ("unknown ca", dict.fromkeys(("sslcert", "sslkey"), str(stranger.of("app")))),
        ("certificate authentication failed", dict.fromkeys(("sslcert", "sslkey"), str(certificates.of("redis")))),
    ):
        with pytest.raises(OperationalError, match=said):
            await is_encrypted(address.update_query_dict(shown))


async def test_processes_share_over_tls(redis: str, certificates: OfTheHouse) -> None:
    address = certificates.redis(redis)
    async with OverRedis(address) as one, OverRedis(address) as other:
        await one.keep("colour", b"blue", lasts=LONG)
        assert await other.kept("colour") == b"blue"
        with other.listening("news") as heard:
            await one.publish("news", b"hello")
            async with asyncio.timeout(10):
                assert await heard.get() == b"hello"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
async def test_a_redis_that_shows_another_certificate_is_told_nothing(
    redis: str, certificates: OfTheHouse, stranger: OfTheHouse, host: str
) -> None:
    right = certificates.redis(redis)
    wrong = right.replace("localhost", host)
    if host == "localhost":
        wrong = right.replace(str(certificates.ca), str(stranger.ca))
    async with OverRedis(wrong) as deceived, OverRedis(right) as other:
        await deceived.keep(f"secret of {host}", b"blue", lasts=LONG)
        assert await deceived.kept(f"secret of {host}") == b"blue"  # each for itself, as while Redis is away
        assert await other.kept(f"secret of {host}") is None


async def test_who_has_no_certificate_of_the_house_is_told_nothing_by_redis(
    redis: str, certificates: OfTheHouse, stranger: OfTheHouse
) -> None:
    trusting = f"{redis}?ssl_ca_certs={certificates.ca}"
    strange = stranger.redis(redis).replace(str(stranger.ca), str(certificates.ca))
    for address in (redis.replace("rediss://", "redis://"), trusting, strange):
        async with Redis.from_url(address) as line:
            with pytest.raises(RedisIsAway):
                await line.ping()


@pytest.fixture
def deceiver(stranger: OfTheHouse) -> Iterator[tuple[int, list[bytes]]]:
    """The port of somebody who shows another certificate, and what they are told."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(stranger.of("app"))
    heard: list[bytes] = []

    def listen(door: socket.socket) -> None:
        while True:
            with suppress(ssl.SSLError), context.wrap_socket(door.accept()[0], server_side=True) as line:
                heard.append(line.recv(65_536))

    with socket.create_server(("127.0.0.1", 0)) as door, ThreadPoolExecutor() as beside:
        beside.submit(listen, door)
        yield int(door.getsockname()[1]), heard
        door.shutdown(socket.SHUT_RDWR)


def test_nginx_tells_nothing_to_an_app_that_shows_another_certificate(
    tmp_path: Path, certificates: OfTheHouse, deceiver: tuple[int, list[bytes]]
) -> None:
    tmp_path.chmod(0o711)
    port, heard = deceiver
    with running(prepared(tmp_path, [port, port], certificates)) as nginx:
        reply = httpx.get(f"https://127.0.0.1:{nginx.tls_port}/sign-in", verify=nginx.trusted())
    assert reply.status_code == 503
    assert b"".join(heard) == b""


def test_the_app_answers_nobody_without_tls(site: Standing) -> None:
    with closing(socket.create_connection(("127.0.0.1", site.processes[0].port), 10)) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        with suppress(ConnectionResetError):
            assert b"HTTP" not in line.recv(1000)
