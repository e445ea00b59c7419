"""What every answer carries, and what another site may not do."""

import re
from socket import AF_INET, AF_INET6, AF_PACKET, gethostname
from types import SimpleNamespace
from typing import Any

import psutil
import pytest

from services.settings import Settings
from services.starting.local_tls import hosts, names
from tests.app import App, Somebody
from tests.factories import PASSWORD

HEADERS = {
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "x-xss-protection": "0",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


@pytest.mark.parametrize("path", ["/", "/nowhere", "/api/internal/health", "/assets/fonts/LICENCE.txt"])
async def test_every_answer_carries_the_security_headers(somebody: Somebody, path: str) -> None:
    reply = await somebody.http_client.get(path)
    assert {name: reply.headers.get(name) for name in HEADERS} == HEADERS
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
    assert "strict-transport-security" not in reply.headers


async def test_each_page_has_a_nonce_of_its_own(somebody: Somebody) -> None:
    first, second = [(await somebody.http_client.get("/")) for _ in range(2)]
    nonces = [re.findall(r"nonce-([^']+)", reply.headers["content-security-policy"])[0] for reply in (first, second)]
    assert nonces[0] != nonces[1]
    assert f'nonce="{nonces[0]}"' in first.text


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:1"])
async def test_a_form_sent_by_another_site_is_refused(somebody: Somebody, origin: str) -> None:
    reply = await somebody.http_client.post(
        "/api/forms/sign-in", data={"email": "a@b.example", "password": PASSWORD}, headers={"Origin": origin}
    )
    assert reply.status_code == 403


async def test_a_form_that_names_no_origin_is_refused(somebody: Somebody) -> None:
    del somebody.http_client.headers["Origin"]
    assert (await somebody.send("display", theme="dark")).status_code == 403


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_socket_that_another_site_opens_by_polling_is_refused(somebody: Somebody, method: str) -> None:
    path = "/_nicegui_ws/socket.io/?EIO=4&transport=polling"
    reply = await somebody.http_client.request(method, path, headers={"Origin": "https://evil.example"})
    assert reply.status_code == 403


async def test_in_development_a_page_at_127_0_0_1_moves_to_localhost(app: App, settings: Settings) -> None:
    client = app.somebody().http_client
    at_number = f"http://127.0.0.1:{settings.port}"
    reply = await client.get(f"{at_number}/tax?x=1")
    assert reply.headers["location"] == f"http://localhost:{settings.port}/tax?x=1"
    assert (await client.get(f"{at_number}/api/internal/health")).status_code == 200


async def test_the_documentation_that_fastapi_makes_is_not_served(somebody: Somebody) -> None:
    assert [(await somebody.http_client.get(path)).status_code for path in ("/docs", "/openapi.json")] == [404, 404]


@pytest.mark.parametrize("path", ["/account/", "/tax/?year=2025", "/sign-in/", "/staff/"])
async def test_an_answer_that_leads_on_says_the_path_alone(somebody: Somebody, path: str) -> None:
    reply = await somebody.http_client.get(path)
    assert (reply.status_code, reply.headers["location"]) == (307, path.replace("/?", "?").removesuffix("/"))


@pytest.mark.parametrize("host", ["localhost", "localhost.", "[::1]:8080", "0.0.0.0:8080"])
async def test_in_development_this_machine_has_many_names(somebody: Somebody, host: str) -> None:
    reply = await somebody.http_client.get("/assets/fonts/LICENCE.txt", headers={"Host": host})
    assert reply.status_code == 200


def test_in_development_a_machine_is_found_at_each_of_its_addresses(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (("203.0.113.9", AF_INET), ("2001:db8::7", AF_INET6), ("fe80::1%eth0", AF_INET6), ("02:42:ac", AF_PACKET))
    card = [SimpleNamespace(address=address, family=family) for address, family in told]
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: {"eth0": card})
    assert {"203.0.113.9", "2001:db8::7", "fe80::1"} <= set(names(settings))
    assert not {"203.0.113.9", "02:42:ac"} & set(hosts(settings)), "the certificate does not vouch for it"


@pytest.mark.parametrize("path", ["/", "/account/", "/api/forms/sign-in", "/assets/fonts/LICENCE.txt"])
@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "evil.example:8080", "192.0.2.1"])
async def test_a_request_to_another_host_is_refused(somebody: Somebody, path: str, host: str) -> None:
    reply = await somebody.http_client.get(path, headers={"Host": host})
    assert reply.status_code == 421
    assert "location" not in reply.headers
    assert reply.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "hosts",
    [[], [b""], [b"localhost", b"evil.example"], [b"localhost", b"localhost"], [b"localhost:x"], [b"a@localhost"]],
)
@pytest.mark.parametrize("path", ["/", "/api/internal/health/live"])
async def test_a_request_that_names_no_host_or_several_is_refused(app: App, path: str, hosts: list[bytes]) -> None:
    assert await _status(app, path, hosts) == 400


@pytest.mark.parametrize(
    ("path", "host"),
    [("/", b"localhost"), ("/", b"LOCALHOST:1"), ("/", b"[::1]:8080"), ("/api/internal/health/live", b"10.213.7.11")],
)
async def test_a_request_that_is_for_us_is_answered(app: App, path: str, host: bytes) -> None:
    assert await _status(app, path, [host]) == 200


async def test_a_socket_for_another_host_is_closed(app: App) -> None:
    assert await _status(app, "/_nicegui_ws/socket.io/", [b"evil.example"], kind="websocket") == 1008


def test_only_a_developers_machine_goes_by_other_names_than_the_one_of_its_address(settings: Settings) -> None:
    public = settings.model_copy(update={"profile": "production", "public_url": "https://www.example.org"})
    assert names(public) == ["www.example.org"]
    assert {"localhost", "127.0.0.1", gethostname().lower()} <= set(names(settings))


async def _status(app: App, path: str, hosts: list[bytes], *, kind: str = "http") -> int:
    """How a request with just these Host headers is answered."""
    told: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        told.append(message)

    scope = {
        "type": kind,
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "scheme": "http",
        "http_version": "1.1",
        "headers": [(b"host", host) for host in hosts],
        "client": ("127.0.0.1", 4711),
        "server": ("127.0.0.1", 8080),
    }
    await app.with_state(scope, _nothing_more, send)
    return int(told[0].get("status") or told[0]["code"])


async def _nothing_more() -> dict[str, Any]:
    return {"type": "http.request", "body": b"", "more_body": False}
