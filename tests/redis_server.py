"""A real Redis of a test's own, which can be stopped and started again."""

import asyncio
import shutil
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.services.jobs.waiting import until


class RedisServer:
    """Debian's redis-server on a socket in a folder. It keeps nothing on the disk."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "redis.sock"
        self.url = f"unix://{self.socket}"
        self._process: Process | None = None

    async def start(self) -> None:
        """Start it, and wait until it answers."""
        program = shutil.which("redis-server")
        if program is None:
            pytest.skip("redis-server is not installed")
        options = ["--port", "0", "--unixsocket", str(self.socket), "--save", "", "--dir", str(self.socket.parent)]
        self._process = await asyncio.create_subprocess_exec(program, *options, stdout=DEVNULL)
        await until(self.socket.exists)

    async def stop(self) -> None:
        """Stop it; it takes its socket away."""
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()
            self.socket.unlink(missing_ok=True)


@asynccontextmanager
async def a_redis(folder: Path) -> AsyncIterator[RedisServer]:
    """A Redis that runs while the block lasts."""
    redis = RedisServer(folder)
    await redis.start()
    try:
        yield redis
    finally:
        await redis.stop()
