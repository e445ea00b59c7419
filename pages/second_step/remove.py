"""Turning the second step off: asks first, and looks whether the password is enough without it."""

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
from services.attempts import Attempt
from ui.guards import HouseDep, ProvedLately, attempt_at
from ui.mistakes import Mistakes
from ui.page_frame import page_frame


@ui.page("/account/second-step/remove")
async def remove_page(
    house: HouseDep, visit: ProvedLately, attempt: Annotated[Attempt, Depends(attempt_at("remove_second_step"))]
) -> None:
    """Say what changes; one button does it, another way keeps it on."""
    policy.accounts.CHANGE_SIGN_IN.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        asked = await proving.asked_of(session, visit.person)
    if not asked.code:  # there is no app
        raise HTTPException(303, headers={"Location": "/account/second-step"})
    with page_frame(
        "Turn off your second step?",
        visit,
        way=[Crumb("Your account", "/account"), Crumb("Your second step", "/account/second-step")],
        here="Turn it off",
    ):
        paragraph("Then we do not ask for a code any more when you sign in. Your recovery codes stop working too.")
        _form(attempt, has_password=asked.password)
        with row():
            link("Keep it on", "/account/second-step", kind="quiet")


def _form(attempt: Attempt, *, has_password: bool) -> None:
    with form("/api/forms/second-step/remove"):
        mistakes = Mistakes(attempt)
        if has_password:
            password = text_field(
                "Password",
                name="password",
                kind="password",
                hint="We look whether it is long enough when it is alone.",
                error=mistakes.of("password"),
                autocomplete="current-password",
                required=True,
            )
            mistakes.sum_up(password=password)
        button("Turn it off", submit=True)
