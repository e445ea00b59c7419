"""What every answer carries, and what another site may not do."""

import re

import pytest

from services.settings import Settings
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
