"""A page that hears when a document has been checked, or was changed elsewhere."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from nicegui import background_tasks, ui

from services.documents.listing import news_of
from services.house import House
from ui.memory.gone_pages import end_with_its_page


def follow_documents(house: House, account_id: UUID, look: Callable[[], Awaitable[None]]) -> None:
    """Call `look` at first and whenever something about the account's documents is told, as long as this page lives.

    A page whose browser is away, or never came, looks when it is there.
    """
    client = ui.context.client

    async def listen() -> None:
        with client, house.shared.listening(news_of(account_id)) as news:
            while True:
                await client.connected()
                await look()  # also at first: something may have happened since the page was drawn
                await news.get()

    task = background_tasks.create(listen(), name=f"following {news_of(account_id)}")
    end_with_its_page(task, client)
