"""A page that hears of each step that is taken in the review of a return."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID

from nicegui import Client

from services.house import House
from services.reviews.rows import news_of
from ui.listening import listens


def follow_review(
    house: House, return_id: UUID, look: Callable[[], Awaitable[object]], *, is_behind: Callable[[], Awaitable[bool]]
) -> None:
    """Call `look` soon after something happened, as long as this page lives; once its browser is there.

    Something may have happened while the page was drawn, before it heard: that is what `is_behind` tells, once.
    """

    async def hear(news: asyncio.Queue[bytes], client: Client) -> None:
        if await is_behind():
            await client.connected()
            await look()
        while True:
            await news.get()
            await client.connected()
            await look()

    listens(house, news_of(return_id), hear)
