"""The link in the letter to a new address: one button makes the account."""

from typing import Annotated

from fastapi import Depends, Request
from nicegui import ui

from components.button import button
from components.form import form
from components.prose import paragraph, strong
from db.values.accounts import LinkPurpose
from services.accounts.links.opening import Found, State
from services.attempts import Attempt
from ui.accounts.credentials import password_alone
from ui.guards import AnyVisit, attempt_at
from ui.links.opened import here, link_for, no_good, what_stays_behind
from ui.page_frame import page_frame


@ui.page("/sign-up/confirm")
async def confirm_sign_up_page(
    request: Request,
    visit: AnyVisit,
    found: Annotated[Found, Depends(link_for(LinkPurpose.SIGN_UP))],
    attempt: Annotated[Attempt, Depends(attempt_at("confirm"))],
    token: str = "",
) -> None:
    """Say whose address it is and where one will be signed in; in another browser, ask for the password."""
    with page_frame("Confirm your email address", visit):
        if found.state is not State.GOOD:
            no_good(found, LinkPurpose.SIGN_UP)
            return
        with paragraph("Your email address is "):
            strong(found.address)
        here(request)
        what_stays_behind(found, visit)
        with form("/api/forms/sign-up-confirm", hidden={"token": token}):
            if not found.asked_here:
                paragraph("You began on another device or in another browser. So we need the password that you chose.")
                password_alone(attempt, autocomplete="current-password")
            button("Confirm and sign in", submit=True)
        paragraph("Did you not ask for an account? Then close this page. Nothing will happen.")
