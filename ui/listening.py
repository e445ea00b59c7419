"""A page that hears what is told on a channel of the house, as long as it lives."""

import asyncio
from collections.abc import Awaitable, Callable

from nicegui import Client, background_tasks, ui

from services.house import House
from ui.memory.gone_pages import end_with_its_page

Hear = Callable[[asyncio.Queue[bytes], Client], Awaitable[None]]
"""Takes what is told on the channel, message by message, and the page, whose browser may be away."""


def listens(house: House, channel: str, hear: Hear) -> None:
    """Let the page that is being drawn hear the channel. What `hear` draws is drawn on this page; it ends with it."""
    client = ui.context.client

    async def listen() -> None:
        with client, house.shared.listening(channel) as news:
            await hear(news, client)

    task = background_tasks.create(listen(), name=f"following {channel}")
    end_with_its_page(task, client)
