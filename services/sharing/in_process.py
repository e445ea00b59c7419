"""The twin without Redis: all in the memory of this process, and bounded."""

import asyncio
import time
from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

from limits.aio.strategies import MovingWindowRateLimiter

from services.sharing.limit import Limit, Standing, standing
from services.sharing.pace import Counts, Turn
from services.sharing.turns import Turns
from services.sharing.uses import BoundedUses

MOST_VALUES = 10_000
MOST_MESSAGES = 1_000
"""So many messages wait for a listener who does not fetch them."""


class InProcess:
    """Shared by the tasks of one process."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(BoundedUses())
        self._turns = Turns()
        self._values: OrderedDict[str, tuple[float, bytes]] = OrderedDict()
        self._listeners: defaultdict[str, set[asyncio.Queue[bytes]]] = defaultdict(set)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._values.clear()

    async def hit(self, limit: Limit, who: str) -> Standing:
        """Count one use."""
        return await standing(self._limiter, limit, who)

    async def look(self, limit: Limit, who: str) -> Standing:
        """Look before a use."""
        return await standing(self._limiter, limit, who, counts=False)

    async def take_turn(self, counts: Counts, *, now: datetime) -> Turn:
        """Count one try before it is made."""
        return self._turns.take(counts, now.timestamp())

    async def turn_succeeded(self, counts: Counts) -> None:
        """Take back the try that was right."""
        self._turns.succeeded(counts)

    async def kept(self, name: str) -> bytes | None:
        """The value, if it is not too old."""
        until, value = self._values.get(name, (0.0, b""))
        return value if time.monotonic() < until else None

    async def keep(self, name: str, value: bytes, *, lasts: timedelta) -> None:
        """Keep a value; the one that was kept longest ago makes room."""
        self._values[name] = (time.monotonic() + lasts.total_seconds(), value)
        self._values.move_to_end(name)
        if len(self._values) > MOST_VALUES:
            self._values.popitem(last=False)

    async def forget(self, name: str) -> None:
        """Drop a value."""
        self._values.pop(name, None)

    async def publish(self, channel: str, message: bytes) -> None:
        """Tell those who listen in this process."""
        self.deliver(channel, message)

    def deliver(self, channel: str, message: bytes) -> None:
        """Put a message into the queue of each listener of this process."""
        for queue in self._listeners.get(channel, ()):
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(message)

    @contextmanager
    def listening(self, channel: str) -> Iterator[asyncio.Queue[bytes]]:
        """A queue of what is published while the block lasts."""
        queue: asyncio.Queue[bytes] = asyncio.Queue(MOST_MESSAGES)
        self._listeners[channel].add(queue)
        try:
            yield queue
        finally:
            self._listeners[channel].discard(queue)
            if not self._listeners[channel]:
                del self._listeners[channel]
