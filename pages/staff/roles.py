"""Access reviews: who holds which role, since when, and when it was last used. An auditor reads."""

from collections.abc import Callable
from typing import Annotated
from uuid import UUID

from nicegui import ui

from components.button import Press
from components.layout import section
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.house import House
from services.staff.queues.added import ids_added
from services.staff.queues.kinds import Rows
from services.staff.roles import reviewing, signing_out
from services.staff.roles.reviewing import Held
from ui.actions import action
from ui.guards import HouseDep, Visit, for_staff
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.staff.queues.news import ListNews
from ui.staff.roles.granting import grant_form
from ui.staff.roles.reviewing import Roles
from ui.staff.roles.signing_out import sign_out_form

grant = action("roles.grant", policy.roles.GRANT, proof=True)(reviewing.grant)
confirm = action("roles.confirm", policy.roles.GRANT, proof=True)(reviewing.confirm)
end = action("roles.end", policy.roles.GRANT, proof=True)(reviewing.end)

sign_out = action("sessions.end_others", policy.accounts.SIGN_OUT_OTHERS, proof=True)(signing_out.sign_out)


@ui.page("/staff/roles", reconnect_timeout=STAYS_SECONDS)
async def roles_page(house: HouseDep, visit: Annotated[Visit, for_staff(policy.roles.SEE)]) -> None:
    """Those that nobody has confirmed for ninety days come first."""
    may_grant = policy.roles.GRANT.allows(visit.person)
    async with house.transaction(visit.person) as session:
        found = await reviewing.every_role(session, visit.person)
        added = await ids_added(session, visit.person, rows=Rows.ROLES)

    def confirming(grant_id: UUID, then: Callable[[Held], None]) -> Press:
        return confirm.by(house, visit, then=then, grant_id=grant_id)

    def ending(grant_id: UUID, then: Callable[[object], None]) -> Press:
        return end.by(house, visit, then=then, grant_id=grant_id)

    with page_frame("Access reviews", visit):
        paragraph("Each role is confirmed or ended by somebody else, at least every 90 days.")
        _say_overdue(sum(each.is_overdue for each in found))
        with section("Who holds which role"):
            ListNews(house, visit, Rows.ROLES, listed=added)
            shown = Roles(confirm=confirming if may_grant else None, end=ending if may_grant else None)
            shown.draw(found)
        if may_grant:
            with section("Grant a role"):
                grant_form(lambda refused: grant.by(house, visit, then=shown.granted, otherwise=refused))
        if policy.accounts.SIGN_OUT_OTHERS.allows(visit.person):
            _sign_out(house, visit)


def _sign_out(house: House, visit: Visit) -> None:
    with section("Sign somebody out"):
        sign_out_form(lambda told: sign_out.by(house, visit, then=told))


def _say_overdue(count: int) -> None:
    if count:
        with notice("warn"):
            paragraph("1 role is to be confirmed." if count == 1 else f"{count} roles are to be confirmed.")
