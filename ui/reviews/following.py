"""A page that hears of each step that is taken in the review of a return."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from nicegui import background_tasks, ui

from services.house import House
from services.reviews.rows import news_of
from ui.memory.gone_pages import end_with_its_page


def follow_review(
    house: House, return_id: UUID, look: Callable[[], Awaitable[object]], *, is_behind: Callable[[], Awaitable[bool]]
) -> None:
    """Call `look` soon after something happened, as long as this page lives; once its browser is there.

    Something may have happened while the page was drawn, before it heard: that is what `is_behind` tells, once.
    """
    client = ui.context.client

    async def listen() -> None:
        with client, house.shared.listening(news_of(return_id)) as news:
            if await is_behind():
                await client.connected()
                await look()
            while True:
                await news.get()
                await client.connected()
                await look()

    task = background_tasks.create(listen(), name=f"following {news_of(return_id)}")
    end_with_its_page(task, client)
