"""Customer and preparer look at the same line: each page says where the other one is, and leads there."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from uuid import UUID

from nicegui import Client, background_tasks, ui

from components.button import button, rename
from components.layout import column
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph
from services.house import House
from services.reviews.looking import Glance, channel_of, glance_in
from services.words import sentence
from ui.memory.gone_pages import end_with_its_page
from ui.reviews.lines import ReviewLines

Tell = Callable[[Glance], Awaitable[str | None]]
"""Tells the others where this page is, as an action that asks again who may."""
BEAT_SECONDS = 20.0
"""So often a page says again that it is here; who has not done so for more than two of these is gone."""


class Together:
    """Where the other side is. `begin` makes this page known to theirs, until it is left."""

    def __init__(self, house: House, review_id: UUID, *, by_preparer: bool, other: str, tell: Tell) -> None:
        self._house, self._channel, self._tell = house, channel_of(review_id), tell
        self._client: Client = ui.context.client
        self._mine = Glance(self._client.id, by_preparer)
        self._other, self._others = other, dict[str, tuple[Glance, float]]()
        self._shown: tuple[str, ...] = ()
        self._lines: ReviewLines | None = None
        self._task: asyncio.Task[None] | None = None
        self._place = column()
        with self._place, notice():
            self._words = paragraph()
            self._go = button("", kind="quiet", on_press=self._gone_there)
        self._place.set_visibility(False)

    def name(self, other: str) -> None:
        """What the other side is called from now on."""
        self._other = other or self._other

    def begin(self, lines: ReviewLines) -> None:
        """Say that this page is here, and hear where the others are."""
        self._lines = lines
        self._task = background_tasks.create(self._attend(), name=f"{self._channel} from {self._client.id}")
        end_with_its_page(self._task, self._client)
        self._client.on_disconnect(self._leave)

    def end(self) -> None:
        """The review is over: nobody looks at it together any more."""
        if self._task and self._lines:
            self._task.cancel()
            self._lines.sheet.mark(self._shown[-1] if self._shown else "", "")
            self._place.set_visibility(False)
            self._lines = None

    async def look(self, line: str, is_open: bool) -> None:  # an event brings it
        """This page has opened or closed a line."""
        if self._lines is None:
            return
        if is_open:
            await self._say(line)
        elif line == self._mine.line:
            await self._say("")

    async def _say(self, line: str) -> None:
        self._mine = Glance(self._mine.seat, self._mine.by_preparer, line)
        await self._tell(self._mine)
        self._show()

    async def _attend(self) -> None:
        with self._client, self._house.shared.listening(self._channel) as news:
            asks = True
            while True:
                await self._client.connected()
                await self._publish(asks=asks)
                asks = False
                until = time.monotonic() + BEAT_SECONDS
                with suppress(TimeoutError):
                    while (left := until - time.monotonic()) > 0:
                        self._hear(glance_in(await asyncio.wait_for(news.get(), left)))
                self._forget_who_is_gone()

    def _hear(self, glance: Glance) -> None:
        if glance.by_preparer == self._mine.by_preparer:
            return  # another window of one's own side
        self._others.pop(glance.seat, None)
        if glance.is_here:
            self._others[glance.seat] = (glance, time.monotonic())
        if glance.asks:
            background_tasks.create(self._publish())
        self._show()

    def _forget_who_is_gone(self) -> None:
        latest = time.monotonic() - 2.5 * BEAT_SECONDS
        self._others = {seat: told for seat, told in self._others.items() if told[1] > latest}
        self._show()

    async def _publish(self, *, asks: bool = False, is_here: bool = True) -> None:
        told = Glance(self._mine.seat, self._mine.by_preparer, self._mine.line, asks, is_here)
        await self._house.shared.publish(self._channel, told.as_message())

    async def _leave(self) -> None:
        await self._publish(is_here=False)

    def _show(self) -> None:
        """The one who moved last, in words, and beside the name of the line."""
        latest = next((glance for glance, _ in reversed(self._others.values())), None)
        line = latest.line if latest else ""
        code = "none" if latest is None else "here" if not line else "same" if line == self._mine.line else "line"
        if (code, line) == self._shown or self._lines is None:
            return
        before, self._shown = self._shown[-1] if self._shown else "", (code, line)
        self._lines.sheet.mark(before, "")
        self._place.set_visibility(latest is not None)
        if latest is not None:
            label = self._lines.label_of(line) if line else ""
            self._words.text = sentence(f"review.together.{code}", name=self._other, line=label)
            self._go.set_visibility(code == "line")
            rename(self._go, sentence("review.go_to", line=label))
            self._lines.sheet.mark(line, sentence("review.together.mark", name=self._other) if line else "")
            announce(self._words.text)
        elif self._words.text:
            announce(sentence("review.together.none", name=self._other))

    async def _gone_there(self) -> None:
        if self._lines and self._shown:
            self._lines.go_to(self._shown[-1])
