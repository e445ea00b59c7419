"""What others added to a list while it was open: how much, and the way to it. What one reads stays where it is."""

from collections.abc import Set
from uuid import UUID

from nicegui import background_tasks, ui

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
from ui.memory.gone_pages import end_with_its_page

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
        client = ui.context.client

        async def listen() -> None:
            with client, house.shared.listening(news_of(of)) as news:
                await client.connected()
                await again()  # for what came while the page was drawn
                while True:
                    await news.get()
                    await client.connected()
                    await again()

        task = background_tasks.create(listen(), name=f"following {news_of(of)}")
        end_with_its_page(task, client)

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
