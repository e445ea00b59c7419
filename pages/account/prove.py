"""Showing again that it is you, before something that matters to the safety of an account."""

from collections.abc import Callable
from typing import Annotated, Literal

from fastapi import Query
from nicegui import ui

from components.button import button
from components.field import Field
from components.form import form
from components.layout import section
from components.link import link
from components.prose import paragraph
from components.text_field import text_field
from services import policy
from services.accounts import proving
from services.accounts.passkeys import keeping
from services.accounts.passkeys.checking import PROBLEMS
from services.accounts.proving import Asked
from services.attempts import Attempt
from ui.accounts.code_field import code_field
from ui.guards import HouseDep, SignedIn, way_to_sign_in
from ui.mistakes import Mistakes
from ui.page_frame import page_frame
from ui.passkeys.using_one import prove_with_passkey


@ui.page("/account/prove")
async def prove_page(
    house: HouseDep,
    visit: SignedIn,
    back_to: Annotated[str, Query(alias="next")] = "/account",
    field: Literal["password", "code", "passkey"] = "password",
    problem: str = "",
) -> None:
    """Ask for what the account has, and lead on to what needed it."""
    policy.accounts.PROVE.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        asked = await proving.asked_of(session, visit.person)
        has_passkey = bool(await keeping.rows_of(session, visit.person))
    wrong = Attempt({field: problem}) if field in _fields(asked) and problem in proving.CODES else Attempt()
    with page_frame("Show that it is you", visit):
        paragraph("The next step matters to the safety of your account. So we ask you once more.")
        paragraph("This holds for 10 minutes. What you typed on the page before is kept in this tab.")
        if asked.password or asked.code:
            _form(asked, back_to, wrong)
        elif not has_passkey:
            with paragraph("Your account has no password. You can show that it is you when you sign in again. "):
                link("Sign in again", way_to_sign_in(back_to))
        if has_passkey:
            with section("With a passkey"):
                paragraph("Your fingerprint, your face or your screen lock is enough.")
                prove_with_passkey(problem if field == "passkey" and problem in PROBLEMS else "", back_to)
        with paragraph("Can’t do this? You can write or sign to us. "):
            link("Contact us", "/contact")


def _form(asked: Asked, back_to: str, wrong: Attempt) -> None:
    with form("/api/forms/prove", hidden={"next": back_to}):
        mistakes = Mistakes(wrong)
        mistakes.sum_up(**{name: draw(mistakes.of(name)) for name, draw in _fields(asked).items()})
        button("Go on", submit=True)
    if asked.code:
        with paragraph("No phone with you? Sign in again, and use a recovery code. "):
            link("Sign in again", way_to_sign_in(back_to))


def _fields(asked: Asked) -> dict[str, Callable[[str], Field[str]]]:
    """What is asked for, each with what draws its field."""
    fields: dict[str, Callable[[str], Field[str]]] = {}
    if asked.password:
        fields["password"] = _password
    if asked.code:
        fields["code"] = lambda error: code_field(error=error)
    return fields


def _password(error: str) -> Field[str]:
    return text_field(
        "Password", name="password", kind="password", error=error, autocomplete="current-password", required=True
    )
