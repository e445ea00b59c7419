"""Help to get in: what a person can do alone, and how two of our team give an account back to who lost every way in."""

from typing import Annotated
from urllib.parse import quote

from fastapi import Query
from nicegui import ui

from components.layout import row, section
from components.link import link
from components.prose import bullet_list, paragraph
from ui.guards import AnyVisit, Visit
from ui.how_we_talk import how_we_talk
from ui.page_frame import page_frame


@ui.page("/sign-in/help")
async def help_page(visit: AnyVisit, back_to: Annotated[str, Query(alias="next")] = "/account") -> None:
    """The quick ways first, then the slow one with all its steps."""
    with page_frame("Help to get in", visit):
        with section("Try this first"):
            _alone(quote(back_to))
        with section("Did you lose every way in?"):
            _with_us(visit)
        with section("What you need to know"):
            bullet_list(
                [
                    "We write only to the email address of the account. We never call.",
                    "Never send us a password, a Social Security number or tax papers.",
                    "Your old ways to sign in stop working: passkeys, apps, recovery codes and organizations.",
                    "All your devices are signed out.",
                    "What you saved in your account is kept.",
                ]
            )


def _alone(back_to: str) -> None:
    with paragraph("Did you forget your password? "):
        link("Set a new one by a letter", f"/forgot-password?next={back_to}")
    with paragraph("Do you have no password? "):
        link("Sign in by a letter", f"/sign-in/link?next={back_to}")
    paragraph("Is your phone lost? After your password, you can type a recovery code, or use a passkey.")


def _with_us(visit: Visit) -> None:
    paragraph("Then we check that the account is yours. It takes some days.")
    bullet_list(
        [
            "First you write to us, or send a video in which you sign. Give the email address of the account.",
            "Tell us what only you know: for example when you made it, and on which devices you used it.",
            "Two people of our team compare it with what we know. They may ask you more, in writing.",
            "If both are sure, we write to every address that we know of the account. Its owner can stop it.",
            "After 24 hours we send a letter with a link. There you set a new password.",
        ]
    )
    with row():
        link("Ask us for help", "/feedback?about=sign_in", kind="main")
    how_we_talk(visit)
