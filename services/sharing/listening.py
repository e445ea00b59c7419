"""Hearing what other processes publish: one connection a process, opened again when it is lost."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from redis.asyncio import from_url
from redis.exceptions import RedisError

_PATIENCE_SECONDS = 2.0
_BETWEEN_TRIES_SECONDS = 1.0
_logger = logging.getLogger(__name__)


class Ear:
    """Hands every message of the house to `deliver(channel, message)`."""

    def __init__(self, address: str, prefix: str, deliver: Callable[[str, bytes], None]) -> None:
        self._address, self._prefix, self._deliver = address, prefix, deliver
        self._hears = asyncio.Event()
        self._is_deaf = False
        self._task: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Begin to listen. A Redis that does not answer is not waited for."""
        self._task = asyncio.create_task(self._listen_on(), name="listening to Redis")
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await self._hears.wait()

    async def close(self) -> None:
        """Stop listening."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})

    async def _listen_on(self) -> None:
        while True:
            try:
                await self._listen()
            except (RedisError, OSError, TimeoutError) as trouble:
                if not self._is_deaf:
                    _logger.info("Not listening to Redis (%s)", type(trouble).__name__)
                self._is_deaf = True
            await asyncio.sleep(_BETWEEN_TRIES_SECONDS)

    def _heard_again(self) -> None:
        self._hears.set()
        if self._is_deaf:
            _logger.info("Listening to Redis again")
        self._is_deaf = False

    async def _listen(self) -> None:
        connecting = {"socket_connect_timeout": _PATIENCE_SECONDS, "health_check_interval": 15}
        async with from_url(self._address, **connecting) as redis, redis.pubsub() as heard:
            await heard.psubscribe(f"{self._prefix}*")
            async for message in heard.listen():
                if message["type"] == "psubscribe":
                    self._heard_again()
                if message["type"] == "pmessage":
                    self._deliver(message["channel"].decode().removeprefix(self._prefix), message["data"])
