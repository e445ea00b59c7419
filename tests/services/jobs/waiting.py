"""Waiting for what a job does."""

import asyncio
from collections.abc import Callable


async def until(happened: Callable[[], bool], *, seconds: float = 5) -> None:
    """Wait for something that announces nothing. TimeoutError when it does not happen."""
    async with asyncio.timeout(seconds):
        while not happened():  # noqa: ASYNC110  # a job that is done tells nobody: there is no event to wait for
            await asyncio.sleep(0.01)
