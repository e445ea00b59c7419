"""What the pages have in common to which a letter with an offer leads: saying yes or no, from the right account."""

from collections.abc import Awaitable
from typing import TypeVar
from urllib.parse import quote

from components.button import button
from components.form import form
from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services.errors import NotFound
from services.visitor import Person
from services.words import sentence
from ui.guards import Visit

T = TypeVar("T")


async def offered(look: Awaitable[T]) -> T | None:
    """What is offered; None if the link is over, used, or never was."""
    try:
        return await look
    except NotFound:
        return None


def to_the_right_account(visit: Visit, here: str, *, another_address: str, how: str) -> None:
    """Who is signed in as somebody else, or nowhere, can say yes with the address of the letter only."""
    onward = quote(here, safe="")
    signed_in = isinstance(visit.visitor, Person)
    with notice("warn" if signed_in else "info"):
        if signed_in:
            paragraph(another_address)
        paragraph(how)
        with row():
            link(sentence("offer.to_sign_in"), f"/sign-in?next={onward}", kind="main")
            link(sentence("offer.to_sign_up"), f"/sign-up?next={onward}", kind="quiet")


def yes_or_no(forms: str, token: str, *, accept: str, decline: str) -> None:
    """The buttons; mail programs follow links, too, so nothing happens before one is pressed. `accept` may be empty."""
    with row():
        if accept:
            with form(f"{forms}/accept", hidden={"token": token}):
                button(accept, submit=True)
        with form(f"{forms}/decline", hidden={"token": token}):
            button(decline, kind="quiet", submit=True)
