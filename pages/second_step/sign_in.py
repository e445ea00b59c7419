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
from services.accounts.second_steps.having import SecondSteps
from services.attempts import Attempt
from ui.accounts.code_field import code_field, recovery_code_field
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
    """Ask for what the account has, for ten minutes; whoever owes no step signs in first."""
    owed = await half_way.owed_by(house, visit.visitor)
    if owed is None:
        raise HTTPException(303, headers={"Location": way_to_sign_in(back_to)})
    with page_frame("Your second step", visit):
        if step is Step.RECOVERY:
            _recovery_code(owed, attempt, back_to)
        elif owed.app:
            _app(attempt, back_to)
        if owed.passkey:
            _passkey(owed, back_to, is_recovery=step is Step.RECOVERY)
        if step is not Step.RECOVERY:
            _without(owed, back_to)
        with paragraph("Can’t get in? "):
            link("Help to get in", "/sign-in/help")


def _app(attempt: Attempt, back_to: str) -> None:
    paragraph("Your account has a second step. Open the authenticator app on your phone. It shows a code.")
    _form(Step.APP, back_to, attempt)


def _recovery_code(owed: SecondSteps, attempt: Attempt, back_to: str) -> None:
    paragraph("You were shown ten recovery codes when you made them. Type one. Each works once.")
    _form(Step.RECOVERY, back_to, attempt)
    if owed.app:
        with paragraph("You have your phone? "):
            link("Use the code of your app", way_to_second_step(back_to))


def _passkey(owed: SecondSteps, back_to: str, *, is_recovery: bool) -> None:
    if owed.app:
        with section("Do you have your passkey here?"):
            paragraph("Your fingerprint, your face or your screen lock takes the place of this step.")
            sign_in_with_passkey(Attempt(), back_to)
        return
    paragraph("You added a passkey to your account. So we also ask for your passkey, each time that you sign in.")
    paragraph("Is it on another device? Press the button. Your browser may show a picture to scan with that device.")
    sign_in_with_passkey(Attempt(), back_to, is_main=not is_recovery)


def _without(owed: SecondSteps, back_to: str) -> None:
    """The way for who has neither at hand."""
    if owed.recovery_codes:
        with paragraph("No phone and no passkey with you? " if owed.passkey else "No phone with you? "):
            link("Use a recovery code", f"{way_to_second_step(back_to)}&step={Step.RECOVERY}")


def _form(step: Step, back_to: str, attempt: Attempt) -> None:
    with form("/api/forms/second-step", hidden={"next": back_to, "step": step}):
        mistakes = Mistakes(attempt)
        code = (code_field if step is Step.APP else recovery_code_field)(error=mistakes.of("code"))
        mistakes.sum_up(code=code)
        button("Sign in", submit=True)
