"""Shared through Redis. While it is away this process works for itself, and looks again after a few seconds."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self, TypeVar

from limits.aio.storage import RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter
from redis.asyncio import BlockingConnectionPool, ConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from services.sharing.in_process import InProcess
from services.sharing.limit import Limit, Standing, standing
from services.sharing.listening import Ear
from services.sharing.pace import Counts, Turn
from services.sharing.turns_over_redis import TurnsOverRedis

T = TypeVar("T")
PATIENCE_SECONDS = 0.5
LOOK_AGAIN_SECONDS = 5.0
_PREFIX = "mbtq:"
_logger = logging.getLogger(__name__)


class OverRedis:
    """Shared by every process that uses the same Redis; `address` is a URL that redis-py understands."""

    def __init__(self, address: str) -> None:
        self._pool = _pool(address)
        self._redis = Redis(connection_pool=self._pool)
        self._limiter = MovingWindowRateLimiter(_uses(self._pool))
        self._turns = TurnsOverRedis(self._redis, _PREFIX)
        self._alone = InProcess()
        self._ear = Ear(address, _PREFIX, self._alone.deliver)
        self._away_until = 0.0

    async def __aenter__(self) -> Self:
        await self._ear.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._ear.close()
        await self._redis.aclose()
        await self._pool.aclose()

    async def hit(self, limit: Limit, who: str) -> Standing:
        """Count one use for all processes; while Redis is away, for this one."""
        return await self._try(lambda: standing(self._limiter, limit, who), lambda: self._alone.hit(limit, who))

    async def look(self, limit: Limit, who: str) -> Standing:
        """Look before a use; while Redis is away, at what this process counted."""
        return await self._try(
            lambda: standing(self._limiter, limit, who, counts=False), lambda: self._alone.look(limit, who)
        )

    async def take_turn(self, counts: Counts, *, now: datetime) -> Turn:
        """Count one try before it is made, for all processes; while Redis is away, for this one."""
        return await self._try(
            lambda: self._turns.take(counts, now.timestamp()), lambda: self._alone.take_turn(counts, now=now)
        )

    async def turn_succeeded(self, counts: Counts) -> None:
        """Take back the try that was right."""
        await self._try(lambda: self._turns.succeeded(counts), lambda: self._alone.turn_succeeded(counts))

    async def kept(self, name: str) -> bytes | None:
        """The value, if it is not too old."""
        return await self._try(lambda: self._get(name), lambda: self._alone.kept(name))

    async def keep(self, name: str, value: bytes, *, lasts: timedelta) -> None:
        """Keep a value for all processes; while Redis is away, for this one."""
        await self._try(
            lambda: self._redis.set(_PREFIX + name, value, px=lasts), lambda: self._alone.keep(name, value, lasts=lasts)
        )

    async def forget(self, name: str) -> None:
        """Drop a value."""
        await self._alone.forget(name)
        await self._try(lambda: self._redis.delete(_PREFIX + name), lambda: self._alone.forget(name))

    async def publish(self, channel: str, message: bytes) -> None:
        """Tell everybody who listens; while Redis is away, those in this process."""
        await self._try(
            lambda: self._redis.publish(_PREFIX + channel, message), lambda: self._alone.publish(channel, message)
        )

    def listening(self, channel: str) -> AbstractContextManager[asyncio.Queue[bytes]]:
        """A queue of what is published while the block lasts."""
        return self._alone.listening(channel)

    async def _get(self, name: str) -> bytes | None:
        found = await self._redis.get(_PREFIX + name)
        return found if isinstance(found, bytes) else None

    async def _try(self, shared: Callable[[], Awaitable[T]], alone: Callable[[], Awaitable[T]]) -> T:
        if time.monotonic() < self._away_until:
            return await alone()
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                found = await shared()
        except (RedisError, OSError, TimeoutError) as trouble:
            if not self._away_until:
                _logger.warning("Redis is away: this process works for itself (%s)", type(trouble).__name__)
            self._away_until = time.monotonic() + LOOK_AGAIN_SECONDS
            return await alone()
        if self._away_until:
            _logger.warning("Redis is back")
            self._away_until = 0.0
        return found


def _pool(address: str) -> ConnectionPool:
    return BlockingConnectionPool.from_url(
        address,
        max_connections=50,
        timeout=PATIENCE_SECONDS,
        socket_timeout=PATIENCE_SECONDS,
        socket_connect_timeout=PATIENCE_SECONDS,
        retry=Retry(NoBackoff(), 1),  # a kept connection may have died with the last Redis
    )


def _uses(pool: ConnectionPool) -> RedisStorage:
    return RedisStorage(
        "async+redis://",  # not used: the pool knows the address
        implementation="redispy",
        key_prefix=f"{_PREFIX}uses",
        connection_pool=pool,  # type: ignore[arg-type]  # it takes one, and its types don't say so
    )
