"""The second step of signing in: a code of the app on one's phone, or a recovery code."""

from typing import Annotated

from fastapi import Depends, HTTPException, Query
from nicegui import ui

from components.button import button
from components.form import form
from components.layout import section
from components.link import link
from components.prose import paragraph
from services.accounts.second_steps import half_way
from services.accounts.second_steps.half_way import Step
from services.attempts import Attempt
from ui.code_field import code_field, recovery_code_field
from ui.guards import AnyVisit, HouseDep, attempt_at, way_to_second_step, way_to_sign_in
from ui.mistakes import Mistakes
from ui.page_frame import page_frame
from ui.passkeys.using_one import sign_in_with_passkey


@ui.page("/sign-in/second-step")
async def second_step_page(
    house: HouseDep,
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(attempt_at("second_step"))],
    back_to: Annotated[str, Query(alias="next")] = "/account",
    step: Step = Step.APP,
) -> None:
    """Ask for a code, for ten minutes; whoever owes no step signs in first."""
    if not await half_way.is_owed(house, visit.visitor):
        raise HTTPException(303, headers={"Location": way_to_sign_in(back_to)})
    with page_frame("Your second step", visit):
        if step is Step.APP:
            paragraph("Your account has a second step. Open the authenticator app on your phone. It shows a code.")
            _form(step, back_to, attempt)
            with paragraph("No phone with you? "):
                link("Use a recovery code", f"{way_to_second_step(back_to)}&step={Step.RECOVERY}")
        else:
            paragraph("You were shown ten recovery codes when you made them. Type one. Each works once.")
            _form(step, back_to, attempt)
            with paragraph("You have your phone? "):
                link("Use the code of your app", way_to_second_step(back_to))
        with section("Do you have a passkey?"):
            paragraph("Your fingerprint, your face or your screen lock takes the place of this step.")
            sign_in_with_passkey(Attempt(), back_to)
        with paragraph("Can’t get in? You can write or sign to us. "):
            link("Contact us", "/contact")


def _form(step: Step, back_to: str, attempt: Attempt) -> None:
    with form("/api/forms/second-step", hidden={"next": back_to, "step": step}):
        mistakes = Mistakes(attempt)
        code = (code_field if step is Step.APP else recovery_code_field)(error=mistakes.of("code"))
        mistakes.sum_up(code=code)
        button("Sign in", submit=True)
