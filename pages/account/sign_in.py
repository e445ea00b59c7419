"""Signing in with an email address and a password."""

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
from ui.guards import AnyVisit, HouseDep, attempt_at
from ui.organisations.ways_in import ways_in
from ui.page_frame import page_frame


@ui.page("/sign-in")
async def sign_in_page(
    house: HouseDep,
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(attempt_at("sign_in"))],
    back_to: Annotated[str, Query(alias="next")] = "/account",
) -> None:
    """Ask for the address and the password; what was begun as a guest comes along."""
    with page_frame("Sign in", visit):
        with form("/api/forms/sign-in", hidden={"next": back_to}):
            credentials(attempt, autocomplete="current-password")
            button("Sign in", submit=True)
        ways_in(house, back_to)
        with paragraph("No account yet? "):
            link("Make an account", f"/sign-up?next={quote(back_to)}")
        with paragraph("Can’t get in? You can write or sign to us. "):
            link("Contact us", "/contact")
