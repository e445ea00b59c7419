"""Every outside service that the settings ask for is asked itself; a new one can't be forgotten."""

import asyncio
from pathlib import Path

import pytest
from pydantic import SecretStr

from services.providers.standing import ProviderStanding, State, providers
from services.settings import Settings
from services.starting.doctor import outside as module
from services.starting.doctor.finding import Finding, Result
from services.starting.doctor.outside import ASKED_ELSEWHERE, CHECKS, outside
from tests.redis_server import a_redis


async def found(settings: Settings) -> dict[str, Finding]:
    return {finding.part: finding async for finding in outside(settings)}


def test_every_provider_of_the_app_can_be_checked(settings: Settings) -> None:
    assert {each.name for each in providers(settings)} == {*CHECKS, *ASKED_ELSEWHERE}


async def test_what_is_built_in_is_said_as_it_is(settings: Settings) -> None:
    said = [line async for finding in outside(settings) for line in finding.lines()]
    assert any("No mail server is in use." in line for line in said)


async def test_what_is_built_in_needs_a_look_where_others_are_served(settings: Settings) -> None:
    public = settings.model_copy(update={"profile": "production"})
    results = [finding.result async for finding in outside(public) if finding.part == "provider"]
    assert Result.LOOK in results


async def test_a_redis_that_answers_is_fine_and_one_that_left_is_not(settings: Settings, tmp_path: Path) -> None:
    async with a_redis(tmp_path) as redis:
        with_redis = settings.model_copy(update={"redis_url": SecretStr(redis.url)})
        assert (await found(with_redis))["redis"].result is Result.OK
    assert (await found(with_redis))["redis"].result is Result.WRONG


async def test_a_sentry_that_answers_is_fine_and_one_that_left_is_not(settings: Settings) -> None:
    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        dsn = SecretStr(f"http://secret-key@127.0.0.1:{port}/1")
        reported = settings.model_copy(update={"sentry_dsn": dsn})
        assert (await found(reported))["sentry"].result is Result.OK
    finding = (await found(reported))["sentry"]
    assert finding.result is Result.WRONG
    assert "secret-key" not in " ".join(finding.lines())


async def test_a_provider_that_nobody_checks_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "providers", lambda _: (ProviderStanding("mail", State.SET_UP),))
    monkeypatch.setattr(module, "CHECKS", {})
    assert (await found(settings))["unchecked"].result is Result.LOOK
