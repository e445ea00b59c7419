"""ClamAV's server, by its own protocol (clamd(8), INSTREAM): a file goes there in chunks, a verdict comes back."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from services.errors import Unavailable

_logger = logging.getLogger(__name__)
_LENGTH_BYTES = 4
_LONGEST_REPLY = 1000
_PORT = 3310


@dataclass(frozen=True, slots=True)
class ClamAv:
    """A server at tcp://host:3310, or at unix:///run/clamav/clamd.ctl. Each file has a connection of its own."""

    url: str
    limit_seconds: float = 60

    async def is_clean(self, file: AsyncIterator[bytes]) -> bool:
        """Have it looked at. What is no verdict counts as none: the file waits."""
        try:
            async with asyncio.timeout(self.limit_seconds):
                verdict = await self._ask(b"zINSTREAM\0", file)
        except (OSError, asyncio.IncompleteReadError) as problem:  # TimeoutError is an OSError
            _logger.warning("The virus check does not answer: %s", type(problem).__name__)
            raise Unavailable("virus_check.unavailable") from None
        if verdict.endswith(b" FOUND"):
            return False
        if verdict != b"stream: OK":
            _logger.warning("The virus check gave no verdict.")
            raise Unavailable("virus_check.unavailable")
        return True

    async def answers(self) -> bool:
        """Whether somebody is there who speaks its protocol. Raises OSError."""
        async with asyncio.timeout(self.limit_seconds):
            return await self._ask(b"zPING\0") == b"PONG"

    async def _ask(self, command: bytes, file: AsyncIterator[bytes] | None = None) -> bytes:
        reader, writer = await self._connect()
        try:
            writer.write(command)
            if file is not None:
                async for chunk in file:
                    writer.write(len(chunk).to_bytes(_LENGTH_BYTES, "big") + chunk)
                    await writer.drain()
                writer.write(bytes(_LENGTH_BYTES))
            await writer.drain()
            return (await reader.readuntil(b"\0"))[:_LONGEST_REPLY].rstrip(b"\0")
        finally:
            writer.close()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        parts = urlsplit(self.url)
        if parts.scheme == "unix":
            return await asyncio.open_unix_connection(parts.path)
        return await asyncio.open_connection(parts.hostname, parts.port or _PORT)
