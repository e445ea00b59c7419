"""After asking for a letter: what to do with it, and what to do when it does not come."""

from typing import Annotated

from fastapi import Depends, Request
from nicegui import ui

from components.button import button
from components.form import form
from components.layout import row, section
from components.link import link
from components.notice import notice
from components.prose import bullet_list, paragraph, strong
from db.values.accounts import LinkPurpose
from services.accounts.enrolment import DOOR
from services.accounts.links import asking
from services.accounts.links.asking import Asked
from services.settings import Settings
from services.words import sentence
from ui import cookies
from ui.guards import AnyVisit, HouseDep, attempt_at
from ui.links.paths import form_of
from ui.page_frame import page_frame


async def _asked(request: Request, house: HouseDep, purpose: LinkPurpose) -> Asked:
    browser = cookies.read(request, cookies.ASKED)
    async with house.transaction(DOOR) as session:
        return await asking.last_asked(session, purpose, browser) or Asked(purpose, "", "/account")


async def _refused(request: Request, house: HouseDep) -> str:
    """Why the letter was not sent again, if that was asked for and refused."""
    attempt = await attempt_at("letter-again")(request, house)
    return attempt.errors.get("email", "")


@ui.page("/{purpose}/look-in-your-email")
async def look_in_your_email_page(
    house: HouseDep,
    visit: AnyVisit,
    asked: Annotated[Asked, Depends(_asked)],
    refused: Annotated[str, Depends(_refused)],
    again: bool = False,
) -> None:
    """The same words for every address, whether or not it has an account."""
    with page_frame("Look in your email", visit):
        if refused:
            with notice("warn"):
                paragraph(sentence(refused))
        elif again:
            with notice("good"):
                paragraph("You asked once more. Please use the newest letter.")
        _what_we_did(asked)
        if house.settings.in_development:
            _where_letters_are(house.settings)
        with section("Nothing came?"):
            _what_to_do(asked)


def _what_we_did(asked: Asked) -> None:
    with paragraph("We are writing to "):
        strong(asked.address or "the address that you gave us")
    paragraph(sentence(f"link.next.{asked.purpose}"))
    paragraph("You can close this page. The letter has all that you need.")


def _what_to_do(asked: Asked) -> None:
    bullet_list(
        [
            "Wait a few minutes. Email can be slow.",
            "Look in the folder for spam or junk.",
            "Is there a mistake in the address above? Then use the right one.",
        ]
    )
    with row():
        if asked.address:
            with form("/api/forms/letter-again", label="Send it again", hidden={"purpose": asked.purpose}):
                button("Send it again", kind="quiet", submit=True)
        link("Use another address", form_of(asked.purpose, asked.next_path), kind="quiet")
    with paragraph("Still nothing? You can write or sign to us. "):
        link("Contact us", "/contact")


def _where_letters_are(settings: Settings) -> None:
    if settings.smtp_host is None:
        with notice():
            paragraph("This is a trial on one machine. No email leaves it.")
            link("Read the letters here", "/development/outbox")
