"""Prometheus reads how the house is; a stranger finds nothing at that address, and nobody finds a person in it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from api.internal import metrics
from db.engine import make_engine
from db.occasion import Kind
from services.audit.sealing import seal_new
from services.clock import FixedClock
from services.house import DbSession, House
from services.jobs.backlog import Backlog
from services.jobs.worker import EVERY_JOB
from services.journal.entries import recorded
from services.journal.measures import COUNTED, watching_the_loop
from services.providers.answering import watching
from tests.api.written import broken_promises
from tests.app import App, Somebody
from tests.db.asking import ask
from tests.factories import a_person
from tests.partners import a_program

METRICS = "/api/internal/metrics"
HERE, ELSEWHERE = "127.0.0.1", "203.0.113.7"
TOKEN = "a-token-of-more-than-32-characters"
NOBODY_LISTENS = "postgresql://mbtq_app@127.0.0.1:9/mbtq"
Values = dict[tuple[str, ...], float]


@asynccontextmanager
async def caller(house: House, address: str = HERE) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who asks from an address."""
    app = FastAPI()
    app.include_router(metrics.router)

    async def with_state(scope: Any, receive: Any, send: Any) -> None:
        await app({**scope, "state": {"house": house}}, receive, send)

    transport = httpx.ASGITransport(with_state, client=(address, 4711))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


async def read(house: House) -> Values:
    """Every value by the name of its metric and its labels."""
    async with caller(house) as client:
        reply = await client.get(METRICS)
    assert reply.status_code == 200
    return _values(reply.text)


def _values(told: str) -> Values:
    families = text_string_to_metric_families(told)
    samples = [sample for family in families for sample in family.samples]
    return {(sample.name, *sample.labels.values()): sample.value for sample in samples}


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer None"}])
async def test_a_stranger_finds_nothing(house: House, headers: dict[str, str]) -> None:
    async with caller(house, ELSEWHERE) as client:
        reply = await client.get(METRICS, headers=headers)
    assert reply.status_code == 404
    assert "mbtq_" not in reply.text


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
async def test_what_a_proxy_passed_on_is_a_strangers_question(house: House, header: str) -> None:
    async with caller(house) as client:
        assert (await client.get(METRICS, headers={header: ELSEWHERE})).status_code == 404


async def test_the_refusal_looks_like_an_address_that_leads_nowhere(app: App) -> None:
    stranger = a_program(app)
    stranger.headers["X-Forwarded-For"] = ELSEWHERE
    refused, nowhere = await stranger.get(METRICS), await stranger.get("/api/internal/nowhere")
    assert (refused.status_code, refused.content) == (nowhere.status_code, nowhere.content)
    assert broken_promises(refused) == []


async def test_whoever_has_the_token_reads_it_from_anywhere(house: House) -> None:
    known = replace(house, settings=house.settings.model_copy(update={"health_token": SecretStr(TOKEN)}))
    async with caller(known, ELSEWHERE) as client:
        reply = await client.get(METRICS, headers={"Authorization": f"Bearer {TOKEN}"})
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert reply.headers["cache-control"] == "no-store"


async def test_it_is_what_the_contract_says(app: App) -> None:
    assert broken_promises(await a_program(app).get(METRICS)) == []


async def test_requests_are_counted_by_template_and_status_and_of_nobody(app: App, somebody: Somebody) -> None:
    before = _values((await a_program(app).get(METRICS)).text)
    for path in ("/tax/rosa/estimate?email=rosa@example.org", "/rosa@example.org"):
        await somebody.http_client.get(path)
    told = (await a_program(app).get(METRICS)).text
    after = _values(told)
    for labels in (("GET", "/tax/{tax_year}/estimate", "404"), ("GET", "-", "404")):
        name = ("mbtq_requests_total", *labels)
        assert after[name] == before.get(name, 0) + 1
    assert after["mbtq_request_seconds_count", "GET", "/tax/{tax_year}/estimate"] >= 1
    assert "rosa" not in told


async def test_events_and_jobs_are_counted_with_their_outcome(house: House) -> None:
    before = await read(house)
    with recorded(Kind.EVENT) as entry:
        entry.facts = {"action": "answer.save", "outcome": "answer.too_large", "visitor": "guest"}
    with recorded(Kind.JOB) as entry:
        entry.facts = {"job": "send_mail", "outcome": "failed", "number": 12, "attempt": 1}
    after = await read(house)
    for name in (("mbtq_events_total", "answer.save", "answer.too_large"), ("mbtq_jobs_total", "send_mail", "failed")):
        assert after[name] == before.get(name, 0) + 1


async def test_jobs_that_wait_are_seen(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def found(_session: DbSession) -> list[Backlog]:
        return [Backlog("send_mail", waiting=3, running=1, failed=2, oldest_seconds=90.5)]

    monkeypatch.setattr(metrics, "backlog", found)
    values = await read(house)
    told = {state: values[f"mbtq_jobs_{state}", "send_mail"] for state in ("waiting", "running", "failed")}
    assert told == {"waiting": 3, "running": 1, "failed": 2}
    assert values["mbtq_jobs_oldest_seconds", "send_mail"] == 90.5


async def test_of_a_job_of_which_none_waits_a_zero_is_told(own_house: House) -> None:
    values = await read(own_house)
    for state in ("waiting", "running", "failed", "oldest_seconds"):
        told = {labels[1]: value for labels, value in values.items() if labels[0] == f"mbtq_jobs_{state}"}
        assert told == {one.name: 0 for one in EVERY_JOB}


async def test_outside_services_are_seen_once_they_were_asked(house: House) -> None:
    await ask(house, watching.WATCH, "delete from provider_answer")
    settings = house.settings.model_copy(update={"sentry_dsn": SecretStr("http://key@127.0.0.1:9/1")})
    reported = replace(house, settings=settings)
    before = await read(reported)
    assert ("mbtq_provider_up", "sentry") not in before
    assert before["mbtq_provider_asked", "sentry"] == 0
    heard = {each.name: each.took_ms for each in await watching.watch(reported)}
    values = await read(reported)
    assert values["mbtq_provider_asked", "sentry"] == 1
    assert (values["mbtq_provider_up", "database"], values["mbtq_provider_up", "sentry"]) == (1, 0)
    assert values["mbtq_provider_answer_seconds", "database"] == (heard["database"] or 0) / 1000
    assert ("mbtq_provider_answer_seconds", "sentry") not in values


async def test_the_machine_the_process_and_the_pool_are_seen(house: House) -> None:
    async with house.engine.connect():
        values = await read(house)
    assert values[("mbtq_database_up",)] == 1
    assert values["mbtq_database_connections", "in use"] == 1
    assert values[("mbtq_database_connections_most",)] == 20
    for name in ("memory", "disk"):
        assert 0 < values[f"mbtq_machine_{name}_bytes", "free"] < values[f"mbtq_machine_{name}_bytes", "all"]
    assert values[("process_cpu_seconds_total",)] > 0
    assert values[("process_resident_memory_bytes",)] > 1_000_000


async def test_pages_are_seen_with_and_without_their_socket(app: App, somebody: Somebody) -> None:
    def waiting(told: str) -> float:
        return _values(told)["mbtq_pages", "waiting"]

    before = waiting((await a_program(app).get(METRICS)).text)
    await somebody.http_client.get("/")
    assert waiting((await a_program(app).get(METRICS)).text) == before + 1


async def test_without_a_database_the_rest_is_told_all_the_same(house: House) -> None:
    engine = make_engine(NOBODY_LISTENS)
    values = await read(replace(house, engine=engine))
    await engine.dispose()
    assert values[("mbtq_database_up",)] == 0
    assert values[("mbtq_machine_load",)] >= 0


async def test_a_stall_of_the_event_loop_is_seen() -> None:
    def slow() -> float:
        told = "mbtq_event_loop_lag_seconds_bucket"
        quick, every = (COUNTED.get_sample_value(told, {"le": le}) or 0 for le in ("0.1", "+Inf"))
        return every - quick

    before = slow()
    async with watching_the_loop():
        await asyncio.sleep(0.05)
        time.sleep(0.5)  # noqa: ASYNC251  # the very thing that must be seen
        await asyncio.sleep(0.05)
    assert slow() > before


async def test_it_tells_the_number_and_the_age_of_the_last_seal_of_the_audit_trail(
    own_house: House, clock: FixedClock
) -> None:
    await a_person(own_house)
    await seal_new(own_house)
    clock.advance(timedelta(minutes=2))
    told = await read(own_house)
    assert told["mbtq_audit_last_seal_number",] == 1
    assert told["mbtq_audit_last_seal_age_seconds",] == 120
