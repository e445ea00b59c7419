"""What came to a list of work while it was open: how much, and the way to it. What one reads stays where it is."""

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
from services.staff.queues.kinds import Queue, news_of
from services.staff.queues.waiting import ids_waiting
from services.words import sentence
from ui.actions import action
from ui.guards import Visit

look = action("queue.look", policy.roles.WORK_HERE, is_use=False)(ids_waiting)


class QueueNews:
    """Nothing at first. Draw it above the list, with what waited when that was read."""

    def __init__(self, house: House, visit: Visit, queue: Queue, *, listed: Set[UUID]) -> None:
        self._listed, self._count = listed, 0
        self._place = column()
        with self._place, notice():
            self._words = paragraph()
            link(sentence("queue.news.show"), visit.address, kind="quiet")
        self._place.set_visibility(False)
        again, client = look.by(house, visit, then=self._show, queue=queue), ui.context.client

        async def listen() -> None:
            with client, house.shared.listening(news_of(queue)) as news:
                await client.connected()
                await again()  # for what came while the page was drawn
                while True:
                    await news.get()
                    await client.connected()
                    await again()

        task = background_tasks.create(listen(), name=f"following {news_of(queue)}")
        client.on_delete(task.cancel)

    def _show(self, waiting: frozenset[UUID]) -> None:
        count = len(waiting - self._listed)
        if count == self._count:
            return
        is_more, self._count = count > self._count, count
        self._place.set_visibility(bool(count))
        self._words.text = sentence("queue.news.one" if count == 1 else "queue.news.some", count=count)
        if is_more:
            announce(self._words.text)
