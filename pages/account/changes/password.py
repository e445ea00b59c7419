"""Changing the password."""

from typing import Annotated

from fastapi import Depends, HTTPException
from nicegui import ui

from components.breadcrumb import Crumb
from components.button import button
from components.checkbox import ON, checkbox
from components.choice_group import Choice
from components.field import Field
from components.form import form
from components.layout import row
from components.link import link
from components.prose import paragraph
from components.text_field import text_field
from services import policy
from services.accounts import enrolment
from services.accounts.second_steps import authenticator
from services.accounts.sessions import is_proved_lately
from services.attempts import Attempt
from services.words import sentence
from ui.accounts.shared_account import why_it_stays
from ui.guards import HouseDep, SignedIn, attempt_at, way_to_prove
from ui.mistakes import Mistakes
from ui.page_frame import page_frame


@ui.page("/account/security/password")
async def password_page(
    house: HouseDep, visit: SignedIn, attempt: Annotated[Attempt, Depends(attempt_at("password"))]
) -> None:
    """Ask for the current and the new password, and whether the other devices are signed out.

    Who has no password yet shows first that it is them, because what is typed here is never kept.
    """
    policy.accounts.CHANGE_SIGN_IN.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        account = await enrolment.own_account(session, visit.person)
        has_second_step = await authenticator.confirmed_at(session, visit.person.person_id) is not None
    has_one = account.password_set_at is not None
    if not has_one and not is_proved_lately(house, visit.person):
        raise HTTPException(303, headers={"Location": way_to_prove(visit.address)})
    title = "Change your password" if has_one else "Set a password"
    above = [Crumb("Your account", "/account"), Crumb("How you sign in", "/account/security")]
    with page_frame(title, visit, way=above):
        if account.is_demo:
            why_it_stays()
            return
        if has_one:
            paragraph("We ask for your current password first. So nobody else can change it while you are away.")
        with form("/api/forms/password"):
            _fields(attempt, has_one=has_one, has_second_step=has_second_step)
            with row():
                button("Change my password" if has_one else "Set my password", submit=True)
                link("Keep it as it is", "/account/security", kind="quiet")
        if has_one:
            with paragraph("Do you not know your current password? "):
                link("Get a letter to set a new one", "/forgot-password")


def _fields(attempt: Attempt, *, has_one: bool, has_second_step: bool) -> None:
    mistakes = Mistakes(attempt)
    fields = {"current": _current(mistakes)} if has_one else {}
    fields["password"] = text_field(
        "New password",
        name="password",
        kind="password",
        hint=sentence("password.choose_beside_second_step" if has_second_step else "password.choose"),
        error=mistakes.of("password"),
        autocomplete="new-password",
        required=True,
    )
    safer = "This is safer. Somebody who knew your old password may still be signed in there."
    checkbox(
        Choice(ON, "Sign out all my other devices", hint=safer),
        name="ends_others",
        value=attempt.typed.get("ends_others", ON) == ON,
    )
    mistakes.sum_up(**fields)


def _current(mistakes: Mistakes) -> Field[str]:
    return text_field(
        "Current password",
        name="current",
        kind="password",
        error=mistakes.of("current"),
        autocomplete="current-password",
        required=True,
    )
