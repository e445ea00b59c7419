"""Making an account with an email address and a password."""

from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Query
from nicegui import ui

from components.button import button
from components.form import form
from components.link import link
from components.prose import paragraph
from services.attempts import Attempt
from services.words import sentence
from ui.accounts.credentials import credentials
from ui.guards import AnyVisit, attempt_at
from ui.page_frame import page_frame


@ui.page("/sign-up")
async def sign_up_page(
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(attempt_at("sign-up"))],
    back_to: Annotated[str, Query(alias="next")] = "/account",
) -> None:
    """Ask for an address and a password; keep what was typed when something has to be mended."""
    with page_frame("Make an account", visit):
        paragraph("An account keeps your estimate. You can open it on another day and on another device.")
        paragraph("We send a letter to your email address. Its link makes the account.")
        with form("/api/forms/sign-up", hidden={"next": back_to}):
            credentials(attempt, hint=sentence("password.choose"), autocomplete="new-password")
            button("Make my account", submit=True)
        with paragraph("Do you have an account? "):
            link("Sign in", f"/sign-in?next={quote(back_to)}")
