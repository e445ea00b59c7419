"""The link in a letter about a forgotten password: one field for a new one."""

from typing import Annotated

from fastapi import Depends
from nicegui import ui

from components.button import button
from components.form import form
from components.prose import paragraph, strong
from db.values.accounts import LinkPurpose
from services.accounts.links.opening import Found, State
from services.attempts import Attempt
from services.words import sentence
from ui.accounts.credentials import password_alone
from ui.guards import AnyVisit, attempt_at
from ui.links.opened import link_for, no_good
from ui.page_frame import page_frame


@ui.page("/forgot-password/new")
async def new_password_page(
    visit: AnyVisit,
    found: Annotated[Found, Depends(link_for(LinkPurpose.FORGOT_PASSWORD))],
    attempt: Annotated[Attempt, Depends(attempt_at("new-password"))],
    token: str = "",
) -> None:
    """Say for which account, and what will happen to its devices."""
    with page_frame("Choose a new password", visit):
        if found.state is not State.GOOD:
            no_good(found, LinkPurpose.FORGOT_PASSWORD)
            return
        with paragraph("The account is "):
            strong(found.address)
        paragraph("All devices of this account will be signed out. Then you sign in with the new password.")
        with form("/api/forms/new-password", hidden={"token": token}):
            password_alone(
                attempt, label="New password", hint=sentence("password.choose_anew"), autocomplete="new-password"
            )
            button("Set my new password", submit=True)
        paragraph("Did you not ask for this? Then close this page. Your password stays as it is.")
