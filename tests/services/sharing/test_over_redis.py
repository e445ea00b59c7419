"""Several processes are one house, and a Redis that is away stops nobody."""

import asyncio
import socket
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import pytest

from services.settings import Settings
from services.sharing import InProcess, Limit, OverRedis, over_redis, shared_for
from tests.redis_server import RedisServer
from tests.services.jobs.waiting import until_seen

TWO = Limit("trial", 2)
LONG = timedelta(minutes=1)


def test_the_settings_say_which_twin_it_is(settings: Settings) -> None:
    assert isinstance(shared_for(settings), InProcess)
    with_redis = Settings(_env_file=None, redis_url="redis://localhost:9/0")
    assert isinstance(shared_for(with_redis), OverRedis)


async def test_two_processes_count_together_and_share_values(redis: RedisServer) -> None:
    async with OverRedis(redis.url) as one, OverRedis(redis.url) as other:
        hits = [await part.hit(TWO, "Rosa") for part in (one, other, one, other)]
        assert [hit.allowed for hit in hits] == [True, True, False, False]
        await one.keep("colour", b"blue", lasts=LONG)
        assert await other.kept("colour") == b"blue"


async def test_one_process_hears_what_another_publishes(redis: RedisServer) -> None:
    async with OverRedis(redis.url) as one, OverRedis(redis.url) as other:
        with other.listening("news") as heard:
            await one.publish("news", b"\xffhello")
            async with asyncio.timeout(2):
                assert await heard.get() == b"\xffhello"


async def test_while_redis_is_away_a_process_works_for_itself_and_says_so_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    alone = OverRedis(f"unix://{tmp_path}/nowhere.sock")
    with alone.listening("news") as heard:
        assert [(await alone.hit(TWO, "Rosa")).allowed for _ in range(3)] == [True, True, False]
        await alone.keep("colour", b"blue", lasts=LONG)
        assert await alone.kept("colour") == b"blue"
        await alone.forget("colour")
        assert await alone.kept("colour") is None
        await alone.publish("news", b"hello")
        assert heard.get_nowait() == b"hello"
    assert caplog.text.count("Redis is away") == 1


async def test_a_redis_that_takes_calls_and_never_answers_is_not_waited_for(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "silent.sock"))
        silent.listen()
        alone, began = OverRedis(f"unix://{tmp_path}/silent.sock"), perf_counter()
        for _ in range(20):
            await alone.hit(TWO, "Rosa")
        assert perf_counter() - began < 2 * over_redis.PATIENCE_SECONDS


async def test_a_house_opens_and_closes_without_its_redis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.sharing.listening._PATIENCE_SECONDS", 0.1)
    async with asyncio.timeout(2), OverRedis(f"unix://{tmp_path}/nowhere.sock") as alone:
        assert (await alone.hit(TWO, "Rosa")).allowed


async def test_processes_find_together_again_when_redis_is_back(
    redis: RedisServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(over_redis, "LOOK_AGAIN_SECONDS", 0.05)
    monkeypatch.setattr("services.sharing.listening._BETWEEN_TRIES_SECONDS", 0.05)
    async with OverRedis(redis.url) as one, OverRedis(redis.url) as other:
        await redis.stop()
        assert [(await part.hit(TWO, "Rosa")).left for part in (one, other)] == [1, 1]
        await redis.start()
        await asyncio.sleep(0.1)
        await one.keep("colour", b"blue", lasts=LONG)
        assert await other.kept("colour") == b"blue"
        with other.listening("news") as heard:

            async def arrives() -> bool:
                await one.publish("news", b"hello")
                await asyncio.sleep(0.02)
                return not heard.empty()

            await until_seen(arrives)
    assert caplog.text.count("Redis is back") == 2
