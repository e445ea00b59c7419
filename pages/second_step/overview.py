"""The second step of one's account: whether it is on, and what can be done."""

from typing import Annotated, Literal

from fastapi import Query
from nicegui import ui

from components.breadcrumb import Crumb
from components.layout import section
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.accounts import enrolment
from services.accounts.second_steps import recovery
from services.accounts.second_steps.having import SecondSteps, second_steps_of
from ui.accounts.shared_account import why_it_stays
from ui.guards import HouseDep, SignedIn
from ui.page_frame import page_frame


@ui.page("/account/second-step")
async def second_step_overview_page(
    house: HouseDep, visit: SignedIn, done: Annotated[Literal["", "removed"], Query()] = ""
) -> None:
    """Say what a second step is; lead to setting it up, or to recovery codes, another phone and turning it off.

    `done` is what was changed just now.
    """
    policy.accounts.CHANGE_SIGN_IN.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        account = await enrolment.own_account(session, visit.person)
        steps = await second_steps_of(session, visit.person.person_id)
    with page_frame(
        "Your second step",
        visit,
        way=[Crumb("Your account", "/account"), Crumb("How you sign in", "/account/security")],
        here="Second step",
    ):
        if done and not steps.app:
            with notice("good"):
                left = "Your passkey is your second step now." if steps.passkey else "You have no second step now."
                paragraph(f"The app is removed. {left}")
        if visit.person.lacks_second_step:
            with notice("warn"):
                paragraph("You work for MBTQ. To see the pages of staff, you need a second step.")
        _what_it_is(steps)
        if steps.app and not account.is_demo:
            _app_that_is_there(steps)
        else:
            _app_to_come(steps, is_demo=account.is_demo)


def _what_it_is(steps: SecondSteps) -> None:
    """What a second step does, and whether it is on."""
    paragraph("With a second step, your password alone does not open your account.")
    paragraph("You also type a code, or use a passkey. An app on your phone shows the code, without a call or a sound.")
    if steps.passkey:
        paragraph("You have a passkey. We ask for it after your password, in place of a code.")
    if steps.are_asked_for:
        with notice("good"):
            paragraph("Your second step is on.")
        _recovery_codes(steps.recovery_codes)


def _recovery_codes(left: int) -> None:
    with section("Recovery codes"):
        paragraph("A recovery code lets you in when your phone or your passkey is lost. Each works once.")
        if left:
            paragraph(f"You have {left} of {recovery.HOW_MANY} left.")
        else:
            with notice("warn"):
                paragraph("You have no recovery codes. Make some now, so that a lost device does not lock you out.")
        link("Make recovery codes", "/account/recovery-codes", kind="quiet" if left else "main")


def _app_to_come(steps: SecondSteps, *, is_demo: bool) -> None:
    with section("A code from an app"):
        if is_demo:
            why_it_stays()
            return
        words = "Set up an app as well" if steps.passkey else "Set up my second step"
        link(words, "/account/second-step/set-up", kind="quiet" if steps.passkey else "main")


def _app_that_is_there(steps: SecondSteps) -> None:
    with section("Another phone"):
        paragraph("Do you have a new phone? Set it up here. The old one stops working when the new one works.")
        link("Set up another phone", "/account/second-step/set-up", kind="quiet")
    if steps.passkey:
        with section("Remove the app"):
            paragraph("Your passkey stays your second step.")
            link("Remove the app", "/account/second-step/remove", kind="quiet")
        return
    with section("Turn it off"):
        paragraph("Your account is safer with a second step.")
        link("Turn off my second step", "/account/second-step/remove", kind="quiet")
