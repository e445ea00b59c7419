"""The second step of one's account: whether it is on, and what can be done."""

from nicegui import ui

from components.breadcrumb import Crumb, breadcrumb
from components.layout import row, section
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.accounts.second_steps import authenticator, recovery
from ui.guards import HouseDep, SignedIn
from ui.page_frame import page_frame


@ui.page("/account/second-step")
async def second_step_overview_page(house: HouseDep, visit: SignedIn) -> None:
    """Say what a second step is; lead to setting it up, or to recovery codes, another phone and turning it off."""
    policy.CHANGE_SIGN_IN.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        is_on = await authenticator.confirmed_at(session, visit.person.person_id) is not None
        left = await recovery.how_many_left(session, visit.person.person_id)
    with page_frame("Your second step", visit):
        breadcrumb([Crumb("Your account", "/account"), Crumb("How you sign in", "/account/security")], "Second step")
        if visit.person.lacks_second_step:
            with notice("warn"):
                paragraph("You work for MBTQ. To see the pages of staff, you need a second step.")
        paragraph("With a second step, your password alone does not open your account. You also type a code.")
        paragraph("An app on your phone shows the code. It makes no call and no sound.")
        if is_on:
            _what_can_be_done(left)
        else:
            with row():
                link("Set up my second step", "/account/second-step/set-up", kind="main")


def _what_can_be_done(left: int) -> None:
    with notice("good"):
        paragraph("Your second step is on.")
    with section("Recovery codes"):
        paragraph("A recovery code lets you in when your phone is lost. Each works once.")
        if left:
            paragraph(f"You have {left} of {recovery.HOW_MANY} left.")
        else:
            with notice("warn"):
                paragraph("You have no recovery codes. Make some now, so that a lost phone does not lock you out.")
        link("Make recovery codes", "/account/recovery-codes", kind="quiet" if left else "main")
    with section("Another phone"):
        paragraph("Do you have a new phone? Set it up here. The old one stops working when the new one works.")
        link("Set up another phone", "/account/second-step/set-up", kind="quiet")
    with section("Turn it off"):
        paragraph("Your account is safer with a second step.")
        link("Turn off my second step", "/account/second-step/remove", kind="quiet")
