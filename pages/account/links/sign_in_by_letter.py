"""The link in a letter by which one signs in: one button, and the device on which it works."""

from typing import Annotated

from fastapi import Depends, Request
from nicegui import ui

from components.button import button
from components.form import form
from components.prose import paragraph, strong
from db.values.accounts import LinkPurpose
from services.accounts.links.opening import Found, State
from ui.guards import AnyVisit
from ui.links.opened import here, link_for, no_good, what_stays_behind
from ui.page_frame import page_frame


@ui.page("/sign-in/by-letter")
async def sign_in_by_letter_page(
    request: Request,
    visit: AnyVisit,
    found: Annotated[Found, Depends(link_for(LinkPurpose.SIGN_IN))],
    token: str = "",
) -> None:
    """Say which account will be opened, and on which device."""
    with page_frame("Sign in on this device", visit):
        if found.state is not State.GOOD:
            no_good(found, LinkPurpose.SIGN_IN)
            return
        with paragraph("The account is "):
            strong(found.address)
        here(request)
        if not found.asked_here:
            paragraph("You asked for this on another device or in another browser. You will not be signed in there.")
        what_stays_behind(found, visit)
        with form("/api/forms/sign-in-by-letter", hidden={"token": token}):
            button("Sign in on this device", submit=True)
        paragraph("Is this not your account or not your device? Then close this page. Nothing will happen.")
