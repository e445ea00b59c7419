"""Signing in: with an email address and a password, or with a passkey."""

from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import Depends, Query
from nicegui import ui

from components.button import button
from components.form import form
from components.layout import row, section
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services.attempts import Attempt
from services.words import sentence
from ui.accounts.credentials import credentials
from ui.guards import AnyVisit, HouseDep, SessionIsOver, attempt_at
from ui.organisations.ways_in import ways_in
from ui.page_frame import page_frame
from ui.passkeys.using_one import sign_in_with_passkey


@ui.page("/sign-in")
async def sign_in_page(
    house: HouseDep,
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(attempt_at("sign_in"))],
    with_passkey: Annotated[Attempt, Depends(attempt_at("passkey_sign_in"))],
    *,
    session_is_over: SessionIsOver,
    back_to: Annotated[str, Query(alias="next")] = "/account",
    why: Literal["", "estimate"] = "",
) -> None:
    """Ask for the address and the password, or for a passkey; what was begun as a guest comes along."""
    with page_frame("Sign in", visit):
        if not attempt.errors:
            _reason(why or ("session" if session_is_over else ""))
        with form("/api/forms/sign-in", hidden={"next": back_to}):
            credentials(attempt, autocomplete="current-password", address_autocomplete="username webauthn")
            button("Sign in", submit=True)
        with paragraph():
            link("Forgot your password?", f"/forgot-password?next={quote(back_to)}")
        with section("Sign in without a password"):
            paragraph("A passkey is your fingerprint, your face or the screen lock of your device. You type nothing.")
            sign_in_with_passkey(with_passkey, back_to, offered_by_browser=True)
            with row():
                link("Send me a link instead", f"/sign-in/link?next={quote(back_to)}", kind="quiet")
        ways_in(house, back_to)
        with paragraph("No account yet? "):
            link("Make an account", f"/sign-up?next={quote(back_to)}")
        with paragraph("Can’t get in? "):
            link("Help to get in", f"/sign-in/help?next={quote(back_to)}")


def _reason(why: Literal["", "estimate", "session"]) -> None:
    """Why a person is here who did not ask for it, and what is kept."""
    if why:
        with notice():
            paragraph(sentence(f"sign_in_first.{why}"))
            if why == "estimate":
                link(sentence("sign_in_first.begin"), "/tax")
