"""Making recovery codes. They are shown here once, and kept by nobody but the person."""

from nicegui import ui

from components.breadcrumb import Crumb
from components.prose import paragraph
from services import policy
from services.accounts.second_steps import recovery, setting_up
from services.house import DbSession
from services.visitor import Person
from ui.actions import action
from ui.guards import HouseDep, ProvedLately
from ui.page_frame import page_frame
from ui.sessions.new_codes import NewCodes


@action("account.make_recovery_codes", policy.accounts.CHANGE_SIGN_IN, proof=True)
async def make_recovery_codes(session: DbSession, visitor: Person) -> list[str]:
    """Ten new codes in place of all before."""
    return await setting_up.make_recovery_codes(session, visitor)


@ui.page("/account/recovery-codes")
async def recovery_codes_page(house: HouseDep, visit: ProvedLately) -> None:
    """Say what they are for and how many are left; one button makes new ones."""
    policy.accounts.CHANGE_SIGN_IN.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        left = await recovery.how_many_left(session, visit.person.person_id)
    with page_frame(
        "Recovery codes",
        visit,
        way=[Crumb("Your account", "/account"), Crumb("Your second step", "/account/second-step")],
    ):
        paragraph("A recovery code lets you in when your phone is lost or broken. Each code works once.")
        shown = NewCodes(left)
        shown.draw(make_recovery_codes.by(house, visit, then=shown.show))
