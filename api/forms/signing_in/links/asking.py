"""Asking for a letter with a link. Every address is answered alike."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward
from api.forms.signing_in.credentials import place_of_sender
from db.values.accounts import LinkPurpose
from services import policy
from services.accounts.links import asking
from services.errors import Invalid, NotFound
from services.house import House
from services.tokens import new_token
from ui import cookies
from ui.guards import AnyVisit, HouseDep
from ui.links.paths import form_of, look_in_email

router = APIRouter(route_class=FormRoute)


class Sent(BaseModel):
    """An address, and the page to go on to."""

    email: str = ""
    next: str = "/account"


@router.post("/api/forms/sign-in-link")
async def sign_in_link(request: Request, house: HouseDep, visit: AnyVisit, sent: Annotated[Sent, Form()]) -> Response:
    """Have a link written by which one signs in."""
    policy.accounts.SIGN_IN.require(visit.visitor)
    return await asked(request, house, LinkPurpose.SIGN_IN, sent)


@router.post("/api/forms/forgot-password")
async def forgot_password(
    request: Request, house: HouseDep, visit: AnyVisit, sent: Annotated[Sent, Form()]
) -> Response:
    """Have a link written by which one sets a new password."""
    policy.accounts.SIGN_IN.require(visit.visitor)
    return await asked(request, house, LinkPurpose.FORGOT_PASSWORD, sent)


@router.post("/api/forms/letter-again")
async def letter_again(
    request: Request, house: HouseDep, visit: AnyVisit, purpose: Annotated[LinkPurpose, Form()]
) -> Response:
    """Have the letter that was asked for last in this browser written once more."""
    policy.accounts.SIGN_IN.require(visit.visitor)
    browser = cookies.read(request, cookies.ASKED)
    try:
        await asking.ask_again(house, purpose, place=place_of_sender(request, house), browser=browser)
    except NotFound:
        return onward(form_of(purpose, "/account"))
    except Invalid as problem:
        return await back(house, "letter-again", look_in_email(purpose), [problem], {})
    return onward(f"{look_in_email(purpose)}?again=true")


async def asked(
    request: Request, house: House, purpose: LinkPurpose, sent: Sent, password: str | None = None
) -> Response:
    """Ask, and go on to where one reads what to do; with mistakes, back to the form. `password` is a new account's."""
    browser = cookies.read(request, cookies.ASKED) or new_token()
    place = place_of_sender(request, house)
    try:
        await asking.ask(
            house, purpose, address=sent.email, place=place, browser=browser, next_path=sent.next, password=password
        )
    except Invalid as problem:
        return await back(house, purpose, form_of(purpose, sent.next), [problem], {"email": sent.email})
    reply = onward(look_in_email(purpose))
    cookies.put(reply, house.settings, cookies.ASKED, browser, lasts=asking.KEPT_FOR)
    return reply
