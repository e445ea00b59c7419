"""What the pages of links begin with: what the link is good for, and what to do when it is good no more."""

from collections.abc import Awaitable, Callable

from fastapi import Request

from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import paragraph, strong
from db.values.accounts import LinkPurpose
from services.accounts.device_names import device_name, in_words
from services.accounts.enrolment import DOOR
from services.accounts.links import opening
from services.accounts.links.opening import Found, State
from services.visitor import Guest
from services.words import sentence
from ui import cookies
from ui.guards import HouseDep, Visit
from ui.links.paths import form_of


def link_for(purpose: LinkPurpose) -> Callable[[Request, HouseDep, str], Awaitable[Found]]:
    """A dependency: what the link of this request is good for. It changes nothing."""

    async def look(request: Request, house: HouseDep, token: str = "") -> Found:
        browser = cookies.read(request, cookies.ASKED)
        async with house.transaction(DOOR) as session:
            return await opening.look(session, purpose, token=token, browser=browser)

    return look


def no_good(found: Found, purpose: LinkPurpose) -> None:
    """Why this link can't be used, and what to do instead."""
    with notice("warn"):
        paragraph(sentence(f"link.{found.state}"))
    with row():
        if found.state is not State.LEAVING:
            link(sentence(f"link.anew.{purpose}"), form_of(purpose, "/account"), kind="main")
            link("Sign in", "/sign-in", kind="quiet")
        link("Contact us", "/contact")


def here(request: Request) -> None:
    """On which device the button signs in, so that nobody signs in where they did not mean to."""
    with paragraph("You will be signed in on this device: "):
        strong(in_words(device_name(request.headers.get("user-agent", ""))))


def what_stays_behind(found: Found, visit: Visit) -> None:
    """What was begun in this browser without an account comes along only if the letter was asked for here."""
    if visit.visitor != Guest() and isinstance(visit.visitor, Guest) and not found.asked_here:
        with notice("warn"):
            paragraph(sentence("link.stays_behind"))
