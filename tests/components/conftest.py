"""A page of its own for each component, without a browser."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import TypeVar

import pytest
from nicegui.testing.user import User
from nicegui.testing.user_simulation import user_simulation

from components.live_region import live_regions
from tests.components.reader import Reader

Built = TypeVar("Built")
Draw = Callable[[Callable[[], Built]], Awaitable[tuple[Reader, Built]]]


@pytest.fixture
async def draw() -> AsyncIterator[Draw[Built]]:
    """Draws what a function builds, and hands over a reader of the page and what the function gave back."""
    async with AsyncExitStack() as open_pages:

        async def drawn(build: Callable[[], Built]) -> tuple[Reader, Built]:
            built: list[Built] = []

            def page() -> None:
                live_regions()
                built.append(build())

            user: User = await open_pages.enter_async_context(user_simulation(page))
            await user.open("/")
            return Reader(user), built[0]

        yield drawn
