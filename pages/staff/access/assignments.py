"""Assignments: who is there for which customer. A coordinator begins and ends them, an auditor reads."""

from collections.abc import Callable, Sequence
from typing import Annotated
from uuid import UUID

from nicegui import ui

from components.button import Press
from components.layout import section
from components.prose import paragraph
from services import policy
from services.errors import Checks, Invalid
from services.house import DbSession, House
from services.staff import names
from services.staff.access import assigning
from services.staff.access.assigning import Assignable, Assigned
from services.staff.finding.one import found_at
from services.staff.finding.searching import Found
from services.staff.queues.added import ids_added
from services.staff.queues.kinds import Rows
from services.visitor import Person
from ui.actions import action
from ui.guards import HouseDep, Visit, for_staff
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.staff.access.assignments import ASSIGNMENTS, Assignments, assign_form, assign_to_form
from ui.staff.queues.news import ListNews


def _chosen(told: str) -> tuple[UUID, str]:
    """Who, and as what. A browser may send any text in place of a choice."""
    staff_id, _, role = told.partition(" ")
    try:
        return UUID(staff_id), role
    except ValueError:
        raise Invalid("staff", "choice.unknown") from None


end = action("assignments.end", policy.customers.ASSIGN)(assigning.end)


@action("assignments.begin", policy.customers.ASSIGN, proof=True)
async def assign(session: DbSession, person: Person, address: str, chosen: str) -> Assigned:
    """`chosen` is the id of a colleague and as what, with a space between."""
    checks = Checks()
    with checks.one():
        customer_id = await names.account_with(session, address)
    with checks.one():
        staff_id, role = _chosen(chosen)
    checks.all_done()
    return await assigning.assign(session, person, customer_id=customer_id, staff_id=staff_id, role=role)


@action("assignments.begin_for", policy.customers.ASSIGN, proof=True)
async def assign_to(session: DbSession, person: Person, chosen: str, *, customer_id: UUID) -> Assigned:
    """The same for a customer who was chosen in the list."""
    staff_id, role = _chosen(chosen)
    return await assigning.assign(session, person, customer_id=customer_id, staff_id=staff_id, role=role)


@ui.page(ASSIGNMENTS, reconnect_timeout=STAYS_SECONDS)
async def assignments_page(
    house: HouseDep, visit: Annotated[Visit, for_staff(policy.customers.SEE_ASSIGNMENTS)], customer: UUID | None = None
) -> None:
    """The form for who may assign, for a customer whom they have chosen or for an address, and every assignment."""
    may_assign = policy.customers.ASSIGN.allows(visit.person)
    async with house.transaction(visit.person) as session:
        found = await assigning.every_assignment(session, visit.person)
        added = await ids_added(session, visit.person, rows=Rows.ASSIGNMENTS)
        colleagues = await assigning.assignable(session, visit.person) if may_assign else []
        wanted = await found_at(session, visit.person, customer_id=customer) if customer and may_assign else None

    def ending(assignment_id: UUID, then: Callable[[object], None]) -> Press:
        return end.by(house, visit, then=then, assignment_id=assignment_id)

    def begun(made: Assigned) -> None:
        shown.begun(made)

    with page_frame("Assignments", visit):
        paragraph("Staff see a customer only while they are assigned. The customer sees who it is.")
        if may_assign:
            _form(house, visit, colleagues, wanted, begun)
        with section("Who is assigned now"):
            ListNews(house, visit, Rows.ASSIGNMENTS, listed=added)
            shown = Assignments(ending if may_assign else None)
            shown.draw(found)


def _form(
    house: House,
    visit: Visit,
    colleagues: Sequence[Assignable],
    wanted: Found | None,
    begun: Callable[[Assigned], None],
) -> None:
    with section("Assign somebody"):
        if wanted:
            assign_to_form(wanted, colleagues, assign_to.by(house, visit, then=begun, customer_id=wanted.id))
        else:
            assign_form(colleagues, assign.by(house, visit, then=begun))
