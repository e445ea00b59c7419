from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from api.internal import health
from db.engine import make_engine
from services.clock import FixedClock
from services.house import House
from services.jobs.worker import working
from tests.services.jobs.waiting import until_listening

HEALTH = "/api/internal/health"
HERE, ELSEWHERE = "127.0.0.1", "203.0.113.7"
TOKEN = "a-token-of-more-than-32-characters"
NOBODY_LISTENS = "postgresql://mbtq_app@127.0.0.1:9/mbtq"


@pytest.fixture(name="cut_off")
async def a_house_without_a_database(house: House) -> AsyncIterator[House]:
    engine = make_engine(NOBODY_LISTENS)
    settings = house.settings.model_copy(update={"health_token": SecretStr(TOKEN)})
    yield replace(house, engine=engine, settings=settings, clock=FixedClock(datetime(2026, 4, 15, 12, tzinfo=UTC)))
    await engine.dispose()


@asynccontextmanager
async def caller(house: House, address: str = ELSEWHERE) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who asks from an address."""
    app = FastAPI()
    app.include_router(health.router)

    async def with_state(scope: Any, receive: Any, send: Any) -> None:
        await app({**scope, "state": {"house": house}}, receive, send)

    transport = httpx.ASGITransport(with_state, client=(address, 4711))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


def encoded(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in headers.items()]


async def test_visitors_may_be_sent_to_a_house_that_works(house: House) -> None:
    async with working(house), caller(house, HERE) as client:
        await until_listening(house)
        answer = await client.get(f"{HEALTH}/ready")
    assert (answer.status_code, answer.json()["status"]) == (200, "UP"), answer.text


@pytest.mark.parametrize("path", ["", "/live"])
async def test_everybody_may_ask_whether_the_house_lives_and_learns_nothing_else(cut_off: House, path: str) -> None:
    async with caller(cut_off) as client:
        answer = await client.get(f"{HEALTH}{path}")
    assert answer.status_code == 200
    assert answer.json() == {"status": "UP", "timestamp": "2026-04-15T12:00:00Z"}
    assert answer.headers["cache-control"] == "no-store"


async def test_a_house_without_its_database_is_not_ready_and_tells_its_own_network_why(cut_off: House) -> None:
    async with caller(cut_off, HERE) as client:
        answer = await client.get(f"{HEALTH}/ready")
    assert answer.status_code == 503
    assert answer.headers["cache-control"] == "no-store"
    body = answer.json()
    assert body["status"] == "DOWN"
    assert {(check["name"], check["status"]) for check in body["checks"]} == {
        ("database", "DOWN"),
        ("migrations", "DOWN"),
        ("jobs", "DOWN"),
    }
    assert all(check["latency_ms"] >= 0 for check in body["checks"])


@pytest.mark.parametrize("address", [HERE, "::1", "::ffff:127.0.0.1"])
async def test_the_details_are_for_the_networks_in_the_settings(cut_off: House, address: str) -> None:
    async with caller(cut_off, address) as client:
        assert "checks" in (await client.get(f"{HEALTH}/ready")).json()


@pytest.mark.parametrize("scheme", ["Bearer", "bearer"])
async def test_the_details_are_for_whoever_has_the_token(cut_off: House, scheme: str) -> None:
    async with caller(cut_off) as client:
        answer = await client.get(f"{HEALTH}/ready", headers={"Authorization": f"{scheme} {TOKEN}"})
    assert "checks" in answer.json()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer "},
        {"Authorization": "Bearer wrong"},
        {"Authorization": TOKEN},
        {"Authorization": "Bearer é"},
        {"X-Forwarded-For": HERE},
    ],
)
async def test_a_stranger_learns_only_whether_it_is_ready(cut_off: House, headers: dict[str, str]) -> None:
    async with caller(cut_off) as client:
        answer = await client.get(f"{HEALTH}/ready", headers=encoded(headers))
    assert answer.status_code == 503
    assert answer.json() == {"status": "DOWN", "timestamp": "2026-04-15T12:00:00Z"}


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded"])
async def test_what_a_proxy_on_this_machine_passed_on_is_a_stranger_s_question(cut_off: House, header: str) -> None:
    async with caller(cut_off, HERE) as client:
        answer = await client.get(f"{HEALTH}/ready", headers={header: ELSEWHERE})
    assert "checks" not in answer.json()


async def test_without_a_token_in_the_settings_no_token_helps(cut_off: House) -> None:
    without = replace(cut_off, settings=cut_off.settings.model_copy(update={"health_token": None}))
    async with caller(without) as client:
        answer = await client.get(f"{HEALTH}/ready", headers={"Authorization": "Bearer None"})
    assert "checks" not in answer.json()


async def test_an_address_that_is_none_is_a_stranger(cut_off: House) -> None:
    async with caller(cut_off, "") as client:
        assert "checks" not in (await client.get(f"{HEALTH}/ready")).json()
