"""The limit is the same with Redis, for all processes together, and a Redis that goes away locks nobody out."""

from pathlib import Path

from pydantic import SecretStr

from services.settings import Settings
from services.sharing import Limit, OverRedis
from tests.api.rate_limit.conftest import FIVE
from tests.app import running
from tests.redis_server import a_redis


async def test_other_processes_count_the_same_requests(settings: Settings, tmp_path: Path) -> None:
    async with a_redis(tmp_path) as redis:
        with_redis = settings.model_copy(update={"redis_url": SecretStr(redis.url)})
        async with running(with_redis) as app, OverRedis(redis.url) as other:
            client = app.somebody().http_client
            assert (await client.get("/display")).status_code == 200
            elsewhere = [await other.hit(Limit("requests", FIVE), "place 127.0.0.1") for _ in range(FIVE)]
            assert [hit.allowed for hit in elsewhere] == [True] * (FIVE - 1) + [False]
            assert (await client.get("/display")).status_code == 429

            await redis.stop()
            assert (await client.get("/display")).status_code == 200
