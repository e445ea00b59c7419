"""Interpreters: which customers need one, and the step that a coordinator takes for each."""

from collections.abc import Callable
from typing import Annotated
from uuid import UUID

from nicegui import ui

from components.button import Press
from components.layout import section
from components.prose import paragraph
from db.values.intake import InterpreterStatus
from services import policy
from services.staff import interpreters
from services.staff.interpreters import Wish
from services.staff.queues.kinds import Queue
from services.staff.queues.waiting import ids_waiting
from services.words import sentence
from ui.actions import action
from ui.guards import HouseDep, Visit, for_staff
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.staff.queues.news import ListNews
from ui.staff.queues.wishes import Wishes

decide = action("interpreters.decide", policy.intake.DECIDE_INTERPRETERS, proof=True)(interpreters.decide)


@ui.page("/staff/interpreters", reconnect_timeout=STAYS_SECONDS)
async def interpreters_page(
    house: HouseDep, visit: Annotated[Visit, for_staff(policy.intake.DECIDE_INTERPRETERS)]
) -> None:
    """Those who wait come first."""
    async with house.transaction(visit.person) as session:
        found = await interpreters.wishes(session, visit.person)
        waiting = await ids_waiting(session, visit.person, queue=Queue.INTERPRETERS)

    def deciding(customer_id: UUID, status: InterpreterStatus, then: Callable[[Wish], None]) -> Press:
        return decide.by(house, visit, then=then, customer_id=customer_id, status=status)

    with page_frame(sentence("intake.coordinator.title"), visit):
        ListNews(house, visit, Queue.INTERPRETERS, listed=waiting)
        paragraph(sentence("intake.coordinator.intro"))
        with section(sentence("intake.coordinator.list")):
            Wishes(deciding).draw(found)
