"""What others added to a list while it was open: how much, and the way to it. What one reads stays where it is."""

import asyncio
from collections.abc import Set
from uuid import UUID

from nicegui import Client

from components.layout import column
from components.link import link
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.house import House
from services.staff.queues.added import ids_added
from services.staff.queues.kinds import Queue, Rows, news_of
from services.staff.queues.waiting import ids_waiting
from services.words import sentence
from ui.actions import action
from ui.guards import Visit
from ui.listening import listens

look = action("queue.look", policy.roles.WORK_HERE, is_use=False)(ids_waiting)
look_at_rows = action("list.look", policy.roles.WORK_HERE, is_use=False)(ids_added)


class ListNews:
    """Nothing at first. Draw it above the list, with what was there when that was read.

    `called` names the list where a page has several.
    """

    def __init__(self, house: House, visit: Visit, of: Queue | Rows, *, listed: Set[UUID], called: str = "") -> None:
        self._listed, self._called, self._count = listed, called, 0
        self._place = column()
        with self._place, notice():
            self._words = paragraph()
            link(sentence("queue.news.show"), visit.address, kind="quiet")
        self._place.set_visibility(False)
        if isinstance(of, Queue):
            again = look.by(house, visit, then=self._show, queue=of)
        else:
            again = look_at_rows.by(house, visit, then=self._show, rows=of)

        async def hear(news: asyncio.Queue[bytes], client: Client) -> None:
            while True:
                await client.connected()
                await again()  # also at first: something may have come while the page was drawn
                await news.get()

        listens(house, news_of(of), hear)

    def _show(self, there: frozenset[UUID]) -> None:
        count = len(there - self._listed)
        if count == self._count:
            return
        is_more, self._count = count > self._count, count
        self._place.set_visibility(bool(count))
        code = f"queue.news.{'one' if count == 1 else 'some'}{'_of' if self._called else ''}"
        self._words.text = sentence(code, count=count, called=self._called)
        if is_more:
            announce(self._words.text)
