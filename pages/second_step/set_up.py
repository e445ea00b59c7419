"""Setting up an authenticator app: scan a picture, tap a link or type a key; then type the code that the app shows."""

from typing import Annotated

from fastapi import Depends
from nicegui import ui

from components.breadcrumb import Crumb
from components.button import button
from components.code_list import key_in_groups
from components.form import form
from components.layout import section
from components.link import link
from components.prose import paragraph
from components.qr_code import qr_code
from services import policy
from services.accounts.second_steps import setting_up
from services.accounts.second_steps.authenticator import Key
from services.attempts import Attempt
from ui.accounts.code_field import code_field
from ui.guards import HouseDep, ProvedLately, attempt_at
from ui.mistakes import Mistakes
from ui.page_frame import page_frame


@ui.page("/account/second-step/set-up")
async def set_up_page(
    house: HouseDep, visit: ProvedLately, attempt: Annotated[Attempt, Depends(attempt_at("set_up"))]
) -> None:
    """Three steps on one page. Nothing counts until the code is right."""
    policy.accounts.CHANGE_SIGN_IN.require(visit.visitor)
    key = await setting_up.begin(house, visit.person)
    with page_frame(
        "Set up your second step",
        visit,
        way=[Crumb("Your account", "/account"), Crumb("Your second step", "/account/second-step")],
        here="Set up",
    ):
        mistakes = Mistakes(attempt)
        with section("1. Get an authenticator app"):
            paragraph("An authenticator app shows a code with 6 digits. The code changes every 30 seconds.")
            paragraph("Your phone may have one already: look for “Passwords” or “Authenticator”. All such apps work.")
        with section("2. Tell the app about your account"):
            _ways_to_tell(key)
        with section("3. Type the code that the app shows"):
            _form(mistakes)


def _ways_to_tell(key: Key) -> None:
    paragraph("Is the app on another device? Scan this picture with it.")
    qr_code(key.link, label="QR code for your authenticator app")
    with paragraph("Is the app on this device? "):
        link("Open the app", key.link)
    paragraph("Can’t you scan? Type this key into the app. The spaces do not matter.")
    key_in_groups(key.text)


def _form(mistakes: Mistakes) -> None:
    with form("/api/forms/second-step/confirm"):
        code = code_field(error=mistakes.of("code"))
        mistakes.sum_up(code=code)
        button("Turn on my second step", submit=True)
