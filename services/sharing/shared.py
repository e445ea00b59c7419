"""The one interface: a house in one process and a house in many are used alike."""

import asyncio
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from types import TracebackType
from typing import Protocol, Self

from services.sharing.limit import Limit, Standing
from services.sharing.pace import Counts, Turn


class Shared(Protocol):
    """Counts, cached values and messages. None of its methods raises when Redis is away, or waits long for it."""

    async def __aenter__(self) -> Self:
        """Begin to hear what other processes publish."""

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of every connection."""

    async def hit(self, limit: Limit, who: str) -> Standing:
        """Count one use by `who`, and say whether it is within the limit. A use that is refused does not count."""

    async def look(self, limit: Limit, who: str) -> Standing:
        """Whether a use by `who` would be within the limit now. It is not counted."""

    async def take_turn(self, counts: Counts, *, now: datetime) -> Turn:
        """Count one try for each of `counts` before it is made, unless one has to wait: then none is counted."""

    async def turn_succeeded(self, counts: Counts) -> None:
        """The try that was just taken was right, and is none that makes anybody wait."""

    async def kept(self, name: str) -> bytes | None:
        """The value that was kept under this name; None if it is too old, was dropped, or never was."""

    async def keep(self, name: str, value: bytes, *, lasts: timedelta) -> None:
        """Keep a value for a while. It may be forgotten sooner."""

    async def forget(self, name: str) -> None:
        """Drop a value at once."""

    async def publish(self, channel: str, message: bytes) -> None:
        """Tell everybody who listens now, in whichever process."""

    def listening(self, channel: str) -> AbstractContextManager[asyncio.Queue[bytes]]:
        """Hear what is published from now on. Who does not fetch their messages loses the oldest."""
