"""A forgotten password: asking for a letter, and what comes after a new one is set."""

from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Query
from nicegui import ui

from components.button import button
from components.form import form
from components.layout import row
from components.link import link
from components.prose import paragraph
from services.attempts import Attempt
from ui.accounts.credentials import address_alone
from ui.guards import AnyVisit, attempt_at
from ui.page_frame import page_frame


@ui.page("/forgot-password")
async def forgot_password_page(
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(attempt_at("forgot-password"))],
    back_to: Annotated[str, Query(alias="next")] = "/account",
) -> None:
    """Ask for the address, and say that one can also get in without a password."""
    with page_frame("Forgot your password?", visit):
        paragraph("We send you a letter with a link. There you choose a new password. Your saved answers stay.")
        with form("/api/forms/forgot-password", hidden={"next": back_to}):
            address_alone(attempt)
            button("Send me a letter", submit=True)
        with paragraph("You can also get in without a password. "):
            link("Sign in by email", f"/sign-in/link?next={quote(back_to)}")


@ui.page("/forgot-password/done")
async def new_password_is_set_page(visit: AnyVisit) -> None:
    """Say what has changed, and lead to signing in."""
    with page_frame("Your new password is set", visit):
        paragraph("The old password does not work any more. All your devices are signed out.")
        paragraph("Now sign in with the new password. We also sent you a letter about this.")
        with row():
            link("Sign in", "/sign-in", kind="main")
            link("First page", "/")
