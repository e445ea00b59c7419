"""Has a file looked into by the process for that, and gives back page after page."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

from db.values.documents import DocumentRefusal
from services.file_reader.page import LARGEST_FRAME_BYTES, Page, Unexpected, next_page

PATIENCE_SECONDS = 120
_ROOT = Path(__file__).parents[2]
_COMMAND = (sys.executable, "-E", "-s", "-B", "-m", "services.file_reader")


class Refused(Exception):
    """The file can't be looked into: why."""

    def __init__(self, why: DocumentRefusal) -> None:
        super().__init__(why)
        self.why = why


async def pages_of(file: AsyncIterator[bytes]) -> AsyncIterator[Page]:
    """Every page of a file whose bytes come from `file`. Raises Refused, also after some pages: then none counts."""
    process = await asyncio.create_subprocess_exec(
        *_COMMAND, cwd=_ROOT, env={}, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=LARGEST_FRAME_BYTES
    )
    feeding = asyncio.create_task(_feed(process, file), name="a file on its way to be looked into")
    latest = asyncio.get_running_loop().time() + PATIENCE_SECONDS
    try:
        while page := await _next(process, latest):
            yield page
    finally:
        feeding.cancel()
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        with suppress(asyncio.CancelledError):
            await feeding


async def _feed(process: Process, file: AsyncIterator[bytes]) -> None:
    into = process.stdin
    assert into is not None  # noqa: S101  # nosec B101  # it was asked for
    try:
        with suppress(BrokenPipeError, ConnectionResetError):  # it has seen enough, or was ended
            async for chunk in file:
                into.write(chunk)
                await into.drain()
    finally:
        into.close()


async def _next(process: Process, latest: float) -> Page | None:
    """A process that dies was ended for wanting too much, or broke on the file: both are the file's doing."""
    out = process.stdout
    assert out is not None  # noqa: S101  # nosec B101  # it was asked for
    try:
        async with asyncio.timeout_at(latest):
            found = await next_page(out.readexactly)
    except (TimeoutError, asyncio.IncompleteReadError, Unexpected):
        raise Refused(DocumentRefusal.TOO_MUCH_WORK) from None
    if isinstance(found, DocumentRefusal):
        raise Refused(found)
    return found
