"""The walk finds nothing at a house that is as it must be, and finds each thing that is not."""

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import psycopg
import pytest
from websockets.asyncio.server import ServerConnection, serve

from db.engine import libpq_url
from services.settings import Settings
from tests.app import App
from tests.database import DatabaseUrls
from tests.factories import PASSWORD, an_address
from tests.partners import a_key
from tests.people import signed_up
from tests.smoke.doubles import Broken, BrokenHouse, answers, says, tells, without, writes
from tests.smoke.reaching import out_of_reach
from tests.smoke.site import Site, Wanted
from tests.smoke.walk import CHECKS, Line, tried, walk

PUBLIC = "https://mbtq.example"
A_STRANGER = "203.0.113.7"
NOT_IN_PROCESS = "socket"  # tests/processes tries it on a running house


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """A house that serves others over TLS, with a limit that is soon reached."""
    public = {"public_url": PUBLIC, "cookies_tls_only": True, "requests_per_minute": 40}
    return settings.model_copy(update=public)


@pytest.fixture
async def wanted(app: App) -> Wanted:
    """An account and a key to try."""
    address, key = an_address(), await a_key(app)
    await signed_up(app, address)
    return Wanted(address, PASSWORD, key.key, rate_limit=True)


@asynccontextmanager
async def site_of(app: App, wanted: Wanted, spoil: Broken = lambda _, reply: reply) -> AsyncIterator[Site]:
    """The house as a stranger reaches it."""
    house = app.reached_from(A_STRANGER)
    async with httpx.AsyncClient(transport=BrokenHouse(house, spoil), base_url=PUBLIC) as client:
        yield Site(PUBLIC, client, wanted)


async def test_a_house_that_is_as_it_must_be_passes_every_check(app: App, wanted: Wanted) -> None:
    async with site_of(app, wanted) as site:
        lines = [line async for line in walk(site) if line.check != NOT_IN_PROCESS]
    assert [str(line) for line in lines if line.result != "ok"] == []
    assert len(lines) == len(CHECKS) - 1


async def test_the_walk_leaves_no_estimate_of_a_guest_behind(
    app: App, wanted: Wanted, database_urls: DatabaseUrls
) -> None:
    before = _guests(database_urls)
    async with site_of(app, wanted) as site:
        assert (await tried("guest's estimate", CHECKS["guest's estimate"], site)).result == "ok"
    assert _guests(database_urls) == before


def _guests(urls: DatabaseUrls) -> tuple[int]:
    """How many guests have an estimate that the night will not delete."""
    query = """select count(*) from return_member m join browser_session s on s.id = m.session_id
               where s.ended_at is null"""
    with psycopg.connect(libpq_url(urls.owner)) as connection:
        return connection.execute(query).fetchone()  # type: ignore[return-value]  # a count is always one row


BROKEN = [
    ("health", answers("/api/internal/health", 503)),
    ("health", tells("/api/internal/health", {"status": "DOWN"})),
    ("liveness", without("Cache-Control")),
    ("readiness", answers("/api/internal/health/ready", 503)),
    ("readiness", tells("/api/internal/health/ready", {"status": "UP", "checks": []})),
    ("metrics", answers("/api/internal/metrics", 200)),
    ("no such page", answers("/there-is-no-such-page", 200)),
    ("no such page", says("Content-Type", "text/plain")),
    ("protection", without("X-Frame-Options")),
    ("protection", without("X-Content-Type-Options")),
    ("protection", says("Referrer-Policy", "unsafe-url")),
    ("protection", says("Cache-Control", "public")),
    ("scripts", without("Content-Security-Policy")),
    ("scripts", says("Content-Security-Policy", "script-src 'nonce-always-the-same'")),
    ("https only", without("Strict-Transport-Security")),
    ("https only", says("Strict-Transport-Security", "max-age=60")),
    ("static files", says("Cache-Control", "no-cache")),
    ("static files", answers("/", 502)),
    ("asked again", without("ETag")),
    ("compression", without("Content-Encoding")),
    ("sign-in", says("Location", "/sign-in")),
    ("sign-in", says("Set-Cookie", "mbtq_session=x; Path=/")),
    ("guest's estimate", says("Location", "/tax")),
    ("guest's estimate", answers("/tax/2025/estimate", 500)),
    ("guest's estimate", answers("/api/forms/sign-out", 500)),
    ("no key", answers("/api/tax/refund-estimate", 200)),
    ("partner's estimate", tells("/api/tax/refund-estimate", {"estimated_refund": 566})),
    ("partner's estimate", answers("/api/tax/refund-estimate", 401)),
    ("rate limit", without("Retry-After")),
    ("rate limit", without("X-RateLimit-Limit")),
]


@pytest.mark.parametrize(("name", "spoil"), BROKEN, ids=[f"{name} {number}" for number, (name, _) in enumerate(BROKEN)])
async def test_a_house_that_is_broken_in_one_place_is_found(app: App, wanted: Wanted, name: str, spoil: Broken) -> None:
    async with site_of(app, wanted, spoil) as site:
        line = await tried(name, CHECKS[name], site)
    assert line.result == "failed", line
    assert "Expected: " in line.said


async def test_scripts_without_a_nonce_are_found(app: App, wanted: Wanted) -> None:
    async with site_of(app, wanted, writes(b"</body>", b"<script>evil()</script></body>")) as site:
        site.client.headers["Accept-Encoding"] = "identity"
        line = await tried("scripts", CHECKS["scripts"], site)
    assert line == Line("scripts", "failed", "seen: 1 scripts without it. Expected: none.")


async def test_a_limit_that_never_comes_is_found(app: App, wanted: Wanted) -> None:
    def never(_: httpx.Request, reply: httpx.Response) -> httpx.Response:
        return httpx.Response(200, headers={"X-RateLimit-Limit": "3"}) if reply.status_code in {200, 429} else reply

    async with site_of(app, wanted, never) as site:
        line = await tried("rate limit", CHECKS["rate limit"], site)
    assert line.said == "seen: 6 requests were answered. Expected: 429 after about 3."


def untrusted() -> httpx.ConnectError:
    """As httpx tells it."""
    trouble = httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]")
    trouble.__cause__ = ssl.SSLCertVerificationError()
    return trouble


async def test_a_house_that_does_not_answer_fails_and_the_walk_goes_on() -> None:
    def away(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("nobody listens", request=request)

    async with httpx.AsyncClient(transport=httpx.MockTransport(away), base_url=PUBLIC) as client:
        lines = [line async for line in walk(Site(PUBLIC, client, Wanted()))]
    assert len(lines) == len(CHECKS)
    assert {line.result for line in lines} == {"failed", "skipped"}


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (httpx.ConnectError("[Errno 111]"), "nothing answers. See that the address is right"),
        (httpx.ReadTimeout(""), "it takes the connection, but no answer comes. See that the address is right"),
        (httpx.RemoteProtocolError(""), "the connection broke before the answer was there. See that"),
        (untrusted(), "its certificate is not trusted here. See that https is right here, and"),
    ],
)
async def test_one_cause_is_told_in_one_line_before_the_walk(trouble: httpx.HTTPError, said: str) -> None:
    def away(_: httpx.Request) -> httpx.Response:
        raise trouble

    async with httpx.AsyncClient(transport=httpx.MockTransport(away), base_url=PUBLIC) as client:
        reason = await out_of_reach(Site(PUBLIC, client, Wanted()))
    assert reason.startswith(f"Nothing can be tried at {PUBLIC}: {said}")


async def test_what_answers_is_walked_and_what_it_says_is_judged_in_words(app: App) -> None:
    async with site_of(app, Wanted(), answers("/api/internal/health", 200)) as site:
        assert await out_of_reach(site) == ""
        line = await tried("health", CHECKS["health"], site)
    assert line.said == "seen: the answer is not JSON. Expected: an answer."


async def test_what_was_not_asked_for_is_skipped_and_says_how_to_ask(app: App) -> None:
    async with site_of(app, Wanted()) as site:
        lines = [await tried(name, CHECKS[name], site) for name in ("sign-in", "partner's estimate", "rate limit")]
    assert [line.result for line in lines] == ["skipped"] * 3
    for line, name in zip(lines, ("SMOKE_EMAIL", "SMOKE_API_KEY", "RATE_LIMIT"), strict=True):
        assert name in line.said


async def _greets_everybody(socket: ServerConnection) -> None:
    await socket.send('0{"sid":"x"}')
    async for message in socket:
        await socket.send(f"{message!s}{{}}")


async def _refuses(socket: ServerConnection) -> None:
    await socket.send('0{"sid":"x"}')
    async for _ in socket:
        await socket.send("44{}")


async def _is_no_socket_of_ours(socket: ServerConnection) -> None:
    await socket.send("hello")


@pytest.mark.parametrize(
    ("double", "seen"),
    [
        (_greets_everybody, "a page of another site got a socket"),
        (_refuses, "44{}"),
        (_is_no_socket_of_ours, "hello"),
    ],
)
async def test_a_socket_that_is_not_as_it_must_be_is_found(double: object, seen: str) -> None:
    page = "query: {'client_id': '89fe1fdb-8b59-4e5c-b9aa-4adb7c930fb9'"
    transport = httpx.MockTransport(lambda _: httpx.Response(200, text=page))
    async with serve(double, "127.0.0.1", 0) as server:  # type: ignore[arg-type]  # one of the doubles above
        origin = f"http://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
        async with httpx.AsyncClient(transport=transport, base_url=origin) as client:
            line = await tried("socket", CHECKS["socket"], Site(origin, client, Wanted()))
    assert line.result == "failed"
    assert line.said.startswith(f"seen: {seen}.")
