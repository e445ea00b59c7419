"""Taking the app away: asks first, and looks whether the password is enough where no second step is left."""

from typing import Annotated

from fastapi import Depends, HTTPException
from nicegui import ui

from components.breadcrumb import Crumb
from components.button import button
from components.form import form
from components.layout import row
from components.link import link
from components.prose import paragraph
from components.text_field import text_field
from services import policy
from services.accounts import proving
from services.accounts.second_steps.having import SecondSteps, second_steps_of
from services.attempts import Attempt
from ui.guards import HouseDep, ProvedLately, attempt_at
from ui.mistakes import Mistakes
from ui.page_frame import page_frame


@ui.page("/account/second-step/remove")
async def remove_page(
    house: HouseDep, visit: ProvedLately, attempt: Annotated[Attempt, Depends(attempt_at("remove_second_step"))]
) -> None:
    """Say what changes; one button does it, another way keeps it on. With a passkey, only the app goes."""
    policy.accounts.CHANGE_SIGN_IN.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        asked = await proving.asked_of(session, visit.person)
        steps = await second_steps_of(session, visit.person.person_id)
    if not steps.app:
        raise HTTPException(303, headers={"Location": "/account/second-step"})
    with page_frame(
        "Remove the app?" if steps.passkey else "Turn off your second step?",
        visit,
        way=[Crumb("Your account", "/account"), Crumb("Your second step", "/account/second-step")],
        here="Remove the app" if steps.passkey else "Turn it off",
    ):
        _what_changes(steps)
        _form(attempt, has_password=asked.password, keeps_passkey=steps.passkey)
        with row():
            link("Keep the app" if steps.passkey else "Keep it on", "/account/second-step", kind="quiet")


def _what_changes(steps: SecondSteps) -> None:
    if steps.passkey:
        paragraph("Then we ask for no code of the app any more. Your passkey stays your second step.")
    else:
        paragraph("Then we do not ask for a code any more when you sign in.")
    if steps.recovery_codes:
        paragraph("Your recovery codes stay good." if steps.passkey else "Your recovery codes stop working too.")


def _form(attempt: Attempt, *, has_password: bool, keeps_passkey: bool) -> None:
    with form("/api/forms/second-step/remove"):
        mistakes = Mistakes(attempt)
        if has_password:
            password = text_field(
                "Password",
                name="password",
                kind="password",
                hint="" if keeps_passkey else "We look whether it is long enough when it is alone.",
                error=mistakes.of("password"),
                autocomplete="current-password",
                required=True,
            )
            mistakes.sum_up(password=password)
        button("Remove the app" if keeps_passkey else "Turn it off", submit=True)
