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
from ui.credentials import credentials
from ui.guards import AnyVisit, attempt_at
from ui.page_frame import page_frame


@ui.page("/sign-up")
async def sign_up_page(
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(attempt_at("sign_up"))],
    back_to: Annotated[str, Query(alias="next")] = "/account",
) -> None:
    """Ask for an address and a password; keep what was typed when something has to be mended."""
    with page_frame("Make an account", visit):
        paragraph("An account keeps your estimate. You can open it on another day and on another device.")
        with form("/api/forms/sign-up", hidden={"next": back_to}):
            credentials(
                attempt,
                hint="At least 15 characters. A few words that only you would put together work well.",
                autocomplete="new-password",
            )
            button("Make my account", submit=True)
        with paragraph("Do you have an account? "):
            link("Sign in", f"/sign-in?next={quote(back_to)}")
