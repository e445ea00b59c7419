"""Showing again that it is you, before something that matters to the safety of an account."""

from typing import Annotated, Literal

from fastapi import Query
from nicegui import ui

from components.button import button
from components.error_summary import FieldError, error_summary
from components.form import form
from components.layout import column
from components.link import link
from components.prose import paragraph
from components.text_field import text_field
from services import policy
from services.accounts import proving
from services.words import sentence
from ui.guards import HouseDep, SignedIn, way_to_sign_in
from ui.page_frame import page_frame


@ui.page("/account/prove")
async def prove_page(
    house: HouseDep,
    visit: SignedIn,
    back_to: Annotated[str, Query(alias="next")] = "/account",
    field: Literal["password"] = "password",
    problem: str = "",
) -> None:
    """Ask for what the account has, and lead on to what needed it."""
    policy.PROVE.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        asked = await proving.asked_of(session, visit.person)
    wrong: dict[str, str] = {field: sentence(problem)} if problem in proving.CODES else {}
    with page_frame("Show that it is you", visit):
        paragraph("The next step matters to the safety of your account. So we ask you once more.")
        paragraph("This holds for 10 minutes. What you typed on the page before is kept.")
        if asked.password:
            _form(back_to, wrong)
        else:
            with paragraph("Your account has no password. You can show that it is you when you sign in again. "):
                link("Sign in again", way_to_sign_in(back_to))
        with paragraph("Can’t do this? You can write or sign to us. "):
            link("Contact us", "/contact")


def _form(back_to: str, wrong: dict[str, str]) -> None:
    with form("/api/forms/prove", hidden={"next": back_to}):
        summary_place = column()
        fields = {
            "password": text_field(
                "Password",
                name="password",
                kind="password",
                error=wrong.get("password", ""),
                autocomplete="current-password",
                required=True,
            )
        }
        button("Go on", submit=True)
    if wrong:
        with summary_place:
            error_summary([FieldError(fields[name], message) for name, message in wrong.items()])
