"""The code by which a customer knows one of us, on our page: shown by a button, with the minutes that it has left."""

import asyncio
from math import ceil

from nicegui import background_tasks, ui
from nicegui.elements.mixins.text_element import TextElement

from components.button import button
from components.for_a_while import for_a_while
from components.layout import column, row
from components.live_region import announce
from components.prose import amount, bullet_list, paragraph
from services.genuine.codes import Code
from services.house import House
from services.staff.customers import Customer
from services.words import sentence
from ui.genuine import acts
from ui.guards import Visit

_LOOK_AGAIN_SECONDS = 5.0
_SHORTEST_WAIT_SECONDS = 0.1  # for a clock that is asked just before the end


class ShownCode:
    """It goes from the page by itself once it is over, also from one that is left open or cut off from us."""

    def __init__(self, house: House, visit: Visit, customer: Customer) -> None:
        self._house, self._client = house, ui.context.client
        self._task: asyncio.Task[None] | None = None
        paragraph(sentence("genuine.code.about"))
        bullet_list(sentence(f"genuine.code.{rule}") for rule in ("ask", "never"))
        show = acts.show_code.by(house, visit, then=self._show, customer_id=customer.id)
        with row():
            button(sentence("genuine.code.show"), kind="quiet", on_press=show)
        self._place = column()
        self._client.on_delete(self._stop)

    def _show(self, code: Code) -> None:
        self._stop()
        self._place.clear()
        seconds = ceil((code.until - self._house.clock.now()).total_seconds())
        with self._place, for_a_while(seconds, over=sentence("genuine.code.over")):
            amount(code.digits)
            line = paragraph(self._left(code))
        announce(sentence("genuine.code.said", digits=code.digits, left=line.text))
        self._task = background_tasks.create(self._count_down(code, line), name="minutes of a code")

    async def _count_down(self, code: Code, line: TextElement) -> None:
        while (left := (code.until - self._house.clock.now()).total_seconds()) > 0:
            await asyncio.sleep(min(max(_SHORTEST_WAIT_SECONDS, left), _LOOK_AGAIN_SECONDS))
            line.text = self._left(code)
        with self._client:
            self._place.clear()
            with self._place:
                paragraph(sentence("genuine.code.over"))
            announce(sentence("genuine.code.over"))

    def _left(self, code: Code) -> str:
        minutes = code.minutes_left(self._house.clock.now())
        return sentence("genuine.code.left_one" if minutes == 1 else "genuine.code.left", minutes=minutes)

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
