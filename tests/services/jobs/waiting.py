"""Waiting for what a job or its worker does: nothing tells when it is done."""

import asyncio
from collections.abc import Awaitable, Callable

from sqlalchemy import text

from services.house import House
from services.visitor import System

_LISTENING = text("""
    select exists (select from pg_stat_activity
                   where application_name = 'mbtq jobs' and datname = current_database() and query like 'LISTEN %')
""")


_PATIENCE_SECONDS = 30  # a busy machine is slow, not wrong


async def until(happened: Callable[[], bool]) -> None:
    """Wait until it happens. TimeoutError when it does not."""

    async def look() -> bool:
        return happened()

    await until_seen(look)


async def until_seen(look: Callable[[], Awaitable[bool]]) -> None:
    """Look again and again."""
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while not await look():  # noqa: ASYNC110  # there is no event to wait for
            await asyncio.sleep(0.01)


async def until_listening(house: House) -> None:
    """Wait until a worker hears of new jobs."""

    async def listening() -> bool:
        async with house.transaction(System("trial")) as session:
            return bool(await (await session.connection()).scalar(_LISTENING))

    await until_seen(listening)
