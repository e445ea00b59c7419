"""Whoever finds a hole learns where to report it, in the form that programs read (RFC 9116)."""

from datetime import UTC, datetime, timedelta

import pytest

from services.settings import Settings
from tests.app import App, running


async def told(app: App) -> dict[str, list[str]]:
    """Its fields, each with its values."""
    reply = await app.somebody().http_client.get("/.well-known/security.txt")
    assert (reply.status_code, reply.headers["content-type"]) == (200, "text/plain; charset=utf-8")
    assert reply.text.endswith("\n")
    fields: dict[str, list[str]] = {}
    for line in reply.text.splitlines():
        name, _, value = line.partition(": ")
        fields.setdefault(name, []).append(value)
    return fields


async def test_it_names_the_address_of_the_settings_and_holds_for_less_than_a_year(settings: Settings) -> None:
    async with running(settings.model_copy(update={"security_email": "holes@example.org"})) as app:
        fields = await told(app)
    assert fields["Contact"] == ["mailto:holes@example.org"]
    [expires] = fields["Expires"]
    holds = datetime.strptime(expires, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) - datetime.now(UTC)
    assert timedelta(days=30) < holds < timedelta(days=365)
    assert fields["Preferred-Languages"] == ["en"]


@pytest.mark.parametrize("site", ["https://mbtq.example", "http://localhost:8080"])
async def test_an_address_on_the_web_is_named_only_when_it_is_over_tls(settings: Settings, site: str) -> None:
    async with running(settings.model_copy(update={"public_url": site})) as app:
        fields = await told(app)
    over_tls = site.startswith("https")
    assert fields.get("Canonical", []) == ([f"{site}/.well-known/security.txt"] if over_tls else [])
    assert (f"{site}/contact" in fields["Contact"]) is over_tls
