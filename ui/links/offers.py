"""What the pages have in common to which a letter with an offer leads: saying yes or no, from the right account."""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar
from urllib.parse import quote

from fastapi import Query

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
Answer = Annotated[Literal["", "declined", "over"], Query()]
"""How the form came back (api/forms/letter_offers.py); empty while nothing was answered."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, in words: the two buttons, and what to do in another account. `page` is where it is asked.

    `forms` is where the two forms of the answer begin.
    """

    page: str
    forms: str
    accept: str
    decline: str
    another_address: str
    how: str


async def offered(look: Awaitable[T]) -> T | None:
    """What is offered; None if the link is over, used, or never was."""
    try:
        return await look
    except NotFound:
        return None


def nothing_to_answer(answer: Answer, *, declined: str, over: str) -> None:
    """In place of an offer: that it was declined just now, or that the link is over."""
    is_declined = answer == "declined"
    with notice("good" if is_declined else "warn"):
        paragraph(declined if is_declined else over)


def yes_or_no(visit: Visit, token: str, asked: Asked, *, is_theirs: bool) -> None:
    """The buttons; mail programs follow links, too, so nothing happens before one is pressed.

    Whoever is not signed in with the address of the letter can only say no here, and reads how to say yes.
    """
    if not is_theirs:
        _to_the_right_account(visit, f"{asked.page}?token={token}", asked)
    with row():
        if is_theirs:
            with form(f"{asked.forms}/accept", hidden={"token": token}):
                button(asked.accept, submit=True)
        with form(f"{asked.forms}/decline", hidden={"token": token}):
            button(asked.decline, kind="quiet", submit=True)


def _to_the_right_account(visit: Visit, here: str, asked: Asked) -> None:
    onward = quote(here, safe="")
    signed_in = isinstance(visit.visitor, Person)
    with notice("warn" if signed_in else "info"):
        if signed_in:
            paragraph(asked.another_address)
        paragraph(asked.how)
        with row():
            link(sentence("offer.to_sign_in"), f"/sign-in?next={onward}", kind="main")
            link(sentence("offer.to_sign_up"), f"/sign-up?next={onward}", kind="quiet")
