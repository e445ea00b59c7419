"""Emergency access: seeing a customer for an hour without being assigned, and who did so and why."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated
from uuid import UUID

from nicegui import ui

from components.breadcrumb import Crumb
from components.button import Press
from components.layout import section
from components.prose import paragraph
from services import policy
from services.staff.access import emergency
from services.staff.queues.added import ids_added
from services.staff.queues.kinds import Rows
from ui.actions import action
from ui.guards import HouseDep, Visit, for_staff
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.staff.access.emergencies import Emergencies, emergency_form
from ui.staff.queues.news import ListNews

begin = action("emergency.begin", policy.customers.USE_EMERGENCY_ACCESS, proof=True)(emergency.begin)
end = action("emergency.end", policy.customers.END_EMERGENCY_ACCESS)(emergency.end)
review = action("emergency.review", policy.customers.REVIEW_EMERGENCY_ACCESS, proof=True)(emergency.review)


@ui.page("/staff/emergency", reconnect_timeout=STAYS_SECONDS)
async def emergency_page(
    house: HouseDep, visit: Annotated[Visit, for_staff(policy.customers.SEE_EMERGENCY_ACCESS)]
) -> None:
    """One's own uses; all of them for an administrator, who reviews them, and for an auditor."""
    async with house.transaction(visit.person) as session:
        found = await emergency.every_use(session, visit.person)
        added = await ids_added(session, visit.person, rows=Rows.EMERGENCIES)

    def reviewing(use_id: UUID, then: Callable[[object], None]) -> Press:
        return review.by(house, visit, then=then, use_id=use_id)

    def ending(use_id: UUID, then: Callable[[datetime], None]) -> Press:
        return end.by(house, visit, then=then, use_id=use_id)

    def seen(customer_id: UUID) -> None:
        ui.navigate.to(f"/staff/customers/{customer_id}")

    may_use = policy.customers.USE_EMERGENCY_ACCESS.allows(visit.person)
    way = [Crumb("My customers", "/staff/customers")] if may_use else []
    with page_frame("Emergency access", visit, way=way):
        if may_use:
            paragraph("Use this only if a customer needs help now, and nobody who is assigned is there.")
            paragraph("We tell the customer by email, and an administrator checks each use.")
            with section("See a customer at once"):
                emergency_form(begin.by(house, visit, then=seen))
        with section("Who used it, and why"):
            ListNews(house, visit, Rows.EMERGENCIES, listed=added)
            Emergencies(reviewing, ending).draw(found)
