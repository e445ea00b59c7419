"""A page that hears when a document has been checked, or was changed elsewhere."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID

from nicegui import Client

from services.documents.listing import news_of
from services.house import House
from ui.listening import listens


def follow_documents(house: House, account_id: UUID, look: Callable[[], Awaitable[None]]) -> None:
    """Call `look` at first and whenever something about the account's documents is told, as long as this page lives.

    A page whose browser is away, or never came, looks when it is there.
    """

    async def hear(news: asyncio.Queue[bytes], client: Client) -> None:
        while True:
            await client.connected()
            await look()  # also at first: something may have happened since the page was drawn
            await news.get()

    listens(house, news_of(account_id), hear)
