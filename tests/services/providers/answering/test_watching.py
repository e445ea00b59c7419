"""Outside services are asked over their own protocols, and what is known of them is what they answered."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from services.clock import FixedClock
from services.house import House
from services.jobs.by_the_clock.watch_providers import watch_providers
from services.jobs.worker import working
from services.providers.answering import watching
from services.providers.answering.known import MINUTES_BETWEEN, Answer, Known, known_answers
from services.providers.answering.questions import questions
from services.providers.standing import State, providers
from services.settings import Settings
from tests.db.asking import ask
from tests.redis_server import a_redis
from tests.services.jobs.waiting import until_seen
from tests.services.providers.organisations.office import open_office
from tests.services.providers.post_office import PostOffice
from tests.services.providers.post_office import open_office as open_post_office
from tests.services.providers.test_standing import EVERYTHING
from tests.services.providers.virus_scanner import a_scanner
from tests.services.sealing.key_service import TOKEN, Transit, serving
from tests.services.sealing.test_sources import wrapped, written
from tests.services.storage.s3_server import KEY, an_s3_server

NOON = datetime(2026, 2, 3, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
async def _nobody_was_asked(house: House) -> None:
    await ask(house, watching.WATCH, "delete from provider_answer")


def with_settings(house: House, update: dict[str, object]) -> House:
    settings = house.settings.model_copy(update=update)
    return replace(house, settings=settings, clock=FixedClock(NOON))


def later(house: House, minutes: int) -> House:
    return replace(house, clock=FixedClock(NOON + timedelta(minutes=minutes)))


async def answers(house: House) -> dict[str, Known]:
    return {each.key: each for each in await known_answers(house)}


@asynccontextmanager
async def web_server(*, seconds: float = 0) -> AsyncIterator[str]:
    """Somebody who answers 404 to everything, after a while."""

    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(seconds)
        writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


@asynccontextmanager
async def all_of_them(folder: Path, office: PostOffice) -> AsyncIterator[dict[str, object]]:
    """A double of every outside service, and the settings that lead to them."""
    async with AsyncExitStack() as stack:
        store, transit = stack.enter_context(an_s3_server()), Transit()
        county = await stack.enter_async_context(open_office())
        county.at = datetime.now(UTC)
        yield {
            "files_url": "s3://papers",
            "files_endpoint": store.url,
            "files_key": KEY,
            "files_secret": SecretStr("right horse"),
            "keys_file": written(folder, wrapped(transit)),
            "key_service_url": stack.enter_context(serving(transit)),
            "key_service_token": SecretStr(TOKEN),
            "smtp_host": "127.0.0.1",
            "smtp_port": await stack.enter_async_context(open_post_office(office)),
            "smtp_tls": "none",
            "organisations": {"county": county.organisation},
            "clamav_url": await stack.enter_async_context(a_scanner(folder / "clamd.sock")),
            "redis_url": SecretStr((await stack.enter_async_context(a_redis(folder))).url),
            "sentry_dsn": SecretStr(f"http://key@{await stack.enter_async_context(web_server())}/1"),
        }


async def test_every_service_that_can_be_set_up_is_asked(settings: Settings) -> None:
    everything = settings.model_copy(update=EVERYTHING)
    asked = {name.partition(".")[0] for name in questions(everything)}
    assert asked | {"database"} == {each.name for each in providers(everything) if each.state is State.SET_UP}


async def test_services_that_answer_are_live_and_those_that_left_are_silent_since_then(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "MOST_SECONDS", 2)  # a store that is away is tried again and again
    office = PostOffice()
    async with all_of_them(tmp_path, office) as update:
        there = with_settings(house, update)
        await watch_providers.work(there)
    live = await answers(there)
    assert len(live) == len([*providers(there.settings)])
    assert {each.answer for each in live.values()} == {Answer.LIVE}
    assert all(each.at == NOON and each.took_ms is not None for each in live.values())
    assert live["organisations.county"].who == "Example County"
    assert not office.letters
    for minutes in (5, 10):
        await watch_providers.work(later(there, minutes))
    gone = await answers(later(there, 12))
    assert gone.pop("database").answer is Answer.LIVE
    assert {(each.answer, each.at, each.took_ms) for each in gone.values()} == {
        (Answer.SILENT, NOON + timedelta(minutes=5), None)
    }


async def test_what_has_just_been_set_up_is_asked_when_a_worker_starts_and_not_minutes_later(house: House) -> None:
    await ask(house, watching.WATCH, "delete from procrastinate_periodic_defers")
    before, now = with_settings(house, {}), with_settings(house, {"sentry_dsn": SecretStr("http://key@127.0.0.1:9/1")})
    for there, key in ((before, "database"), (now, "sentry")):

        async def is_known(there: House = there, key: str = key) -> bool:
            return (await answers(there))[key].answer is not Answer.UNKNOWN

        async with working(there, jobs=[watch_providers]):
            await until_seen(is_known)


async def test_a_service_that_comes_back_is_live_again(house: House) -> None:
    async with web_server() as address:
        there = with_settings(house, {"sentry_dsn": SecretStr(f"http://key@{address}/1")})
        nowhere = with_settings(house, {"sentry_dsn": SecretStr("http://key@127.0.0.1:9/1")})
        await watching.watch(nowhere)
        assert (await answers(there))["sentry"].answer is Answer.SILENT
        await watching.watch(later(there, 5))
    found = (await answers(later(there, 5)))["sentry"]
    assert (found.answer, found.at) == (Answer.LIVE, NOON + timedelta(minutes=5))


async def test_one_that_hangs_holds_up_nothing_for_long(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "MOST_SECONDS", 2)
    async with web_server(seconds=30) as address, asyncio.timeout(15):
        slow = with_settings(house, {"sentry_dsn": SecretStr(f"http://key@{address}/1")})
        heard = {each.name: each.took_ms for each in await watching.watch(slow)}
    assert heard["sentry"] is None
    assert heard["database"] is not None


async def test_what_was_heard_long_ago_is_not_believed(house: House) -> None:
    there = with_settings(house, {})
    assert (await answers(there))["database"].answer is Answer.UNKNOWN
    await watching.watch(there)
    assert (await answers(later(there, 3 * MINUTES_BETWEEN)))["database"].answer is Answer.LIVE
    assert (await answers(later(there, 3 * MINUTES_BETWEEN + 1)))["database"].answer is Answer.UNKNOWN


async def test_what_is_not_set_up_any_more_is_forgotten(house: House) -> None:
    nowhere = with_settings(house, {"sentry_dsn": SecretStr("http://key@127.0.0.1:9/1")})
    await watching.watch(nowhere)
    await watching.watch(with_settings(house, {}))
    assert set(await answers(with_settings(house, {}))) == {"database"}
    assert (await answers(nowhere))["sentry"].answer is Answer.UNKNOWN


async def test_why_one_is_silent_is_logged_by_its_kind_and_without_its_address(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    await watching.watch(with_settings(house, {"sentry_dsn": SecretStr("http://key@127.0.0.1:9/1")}))
    assert "An outside service does not answer: sentry (ConnectError)" in caplog.text
    assert "127.0.0.1:9" not in "".join(r.getMessage() for r in caplog.records if r.name.startswith("services"))
