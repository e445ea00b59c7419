"""A page that hears of changes made elsewhere while it is open."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID

from nicegui import Client

from services.house import House
from services.returns.saving import news_of
from ui.listening import listens

CALM_SECONDS = 0.2
"""So long it waits with a look: what this page saved itself is shown by then, and many changes cost one look."""


def follow(
    house: House,
    return_id: UUID,
    *,
    shown: Callable[[], int],
    look: Callable[[], Awaitable[object]],
    is_behind: Callable[[], Awaitable[bool]] | None = None,
) -> None:
    """Call `look` soon after a revision of the return later than `shown()` is told, as long as this page lives.

    A page whose browser is away, or never came, looks when it is there. `is_behind` tells once whether a revision came
    while the page was drawn, before it heard.
    """

    async def hear(news: asyncio.Queue[bytes], client: Client) -> None:
        if is_behind and await is_behind():
            await client.connected()
            await look()
        while True:
            revision = int(await news.get())
            await asyncio.sleep(CALM_SECONDS)
            await client.connected()
            if revision > shown():
                await look()

    listens(house, news_of(return_id), hear)
