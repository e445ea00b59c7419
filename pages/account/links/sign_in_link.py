"""Asking for a link by which one signs in without a password."""

from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Query
from nicegui import ui

from components.button import button
from components.form import form
from components.link import link
from components.prose import paragraph
from services.attempts import Attempt
from ui.accounts.credentials import address_alone
from ui.guards import AnyVisit, attempt_at
from ui.page_frame import page_frame


@ui.page("/sign-in/link")
async def sign_in_link_page(
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(attempt_at("sign-in"))],
    back_to: Annotated[str, Query(alias="next")] = "/account",
) -> None:
    """Ask for the address; what was typed stays when something has to be mended."""
    with page_frame("Sign in by email", visit):
        paragraph("We send you a letter with a link. Open the link, and you are signed in. You need no password.")
        with form("/api/forms/sign-in-link", hidden={"next": back_to}):
            address_alone(attempt)
            button("Send me a link", submit=True)
        with paragraph("Do you want to use your password? "):
            link("Sign in with your password", f"/sign-in?next={quote(back_to)}")
