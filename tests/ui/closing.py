"""Waiting for a page to be closed by the house."""

import asyncio

from nicegui import Client

ENDS_WITHIN_SECONDS = 20  # a guard: it takes milliseconds


async def is_closed(page: Client) -> None:
    """Come back once it is; TimeoutError if it never is."""
    async with asyncio.timeout(ENDS_WITHIN_SECONDS):
        while not page.is_deleted:  # noqa: ASYNC110  # there is no event to wait for
            await asyncio.sleep(0.01)
