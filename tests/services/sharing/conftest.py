"""Both twins: what is true in one process is true through Redis."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from services.sharing import InProcess, OverRedis, Shared
from tests.redis_server import RedisServer, a_redis


@pytest.fixture
async def redis(tmp_path: Path) -> AsyncIterator[RedisServer]:
    """A real Redis."""
    async with a_redis(tmp_path) as server:
        yield server


@pytest.fixture(params=["in_process", "over_redis"])
async def shared(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Shared]:
    """One of the twins, opened."""
    if request.param == "in_process":
        async with InProcess() as alone:
            yield alone
        return
    async with a_redis(tmp_path) as server, OverRedis(server.url) as together:
        yield together
