"""The embedded server is started again when it has ended by itself: on a developer's machine nobody else looks."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from db.cannot_start import CannotStart
from db.embedded import EmbeddedServer

_log = logging.getLogger(__name__)
_LOOKS_EVERY_SECONDS = 1.0
_LONGEST_WAIT_SECONDS = 30.0


@asynccontextmanager
async def kept_up(server: EmbeddedServer) -> AsyncIterator[None]:
    """Look after the server while the block lasts. A start that is just under way at its end is waited for."""
    is_over = asyncio.Event()
    looking = asyncio.create_task(_look_after(server, is_over), name="looking after the database")
    try:
        yield
    finally:
        is_over.set()
        await looking


async def _look_after(server: EmbeddedServer, is_over: asyncio.Event) -> None:
    wait = _LOOKS_EVERY_SECONDS
    while not await _is_set_within(is_over, wait):
        if server.runs():
            continue
        _log.warning("The embedded database has ended by itself. It is started again.")
        try:
            await asyncio.to_thread(server.start_again)
        except CannotStart as refusal:
            wait = min(wait * 2, _LONGEST_WAIT_SECONDS)
            _log.error("%s It is tried again in %.0f seconds; stop the app and start it to look anew.", refusal, wait)
        else:
            wait = _LOOKS_EVERY_SECONDS
            _log.warning("The embedded database runs again. What was saved is there.")


async def _is_set_within(event: asyncio.Event, seconds: float) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
    return event.is_set()
