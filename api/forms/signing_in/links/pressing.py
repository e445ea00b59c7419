"""The press on the page of a link. Nothing happens before it, because mail scanners open links too."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward, signed_in
from db.values.accounts import LinkPurpose
from services import policy
from services.accounts.device_names import device_name
from services.accounts.links import pressing
from services.errors import Invalid, NotFound
from ui import cookies
from ui.guards import AnyVisit, HouseDep
from ui.links.paths import opened_at

router = APIRouter(route_class=FormRoute)


class Pressed(BaseModel):
    """The token of the link, and a password where the page asks for one."""

    token: str = ""
    password: str = ""


@router.post("/api/forms/sign-up-confirm")
async def confirm(request: Request, house: HouseDep, visit: AnyVisit, sent: Annotated[Pressed, Form()]) -> Response:
    """Make the account, and sign in to it."""
    policy.accounts.SIGN_IN.require(visit.visitor)
    browser, page = cookies.read(request, cookies.ASKED), opened_at(LinkPurpose.SIGN_UP, sent.token)
    try:
        opened, path = await pressing.confirm_address(
            house, visit.visitor, visit.preferences, token=sent.token, browser=browser, password=sent.password
        )
    except NotFound:
        return onward(page)  # which says why
    except Invalid as problem:
        return await back(house, "confirm", page, [problem], {})
    return signed_in(house, opened, path)


@router.post("/api/forms/sign-in-by-letter")
async def sign_in(request: Request, house: HouseDep, visit: AnyVisit, sent: Annotated[Pressed, Form()]) -> Response:
    """Sign in on the device on which the button was pressed."""
    policy.accounts.SIGN_IN.require(visit.visitor)
    browser = cookies.read(request, cookies.ASKED)
    try:
        opened, path = await pressing.sign_in(house, visit.visitor, token=sent.token, browser=browser)
    except NotFound:
        return onward(opened_at(LinkPurpose.SIGN_IN, sent.token))
    except Invalid as problem:  # the account waits for its deletion
        return await back(house, "sign_in", "/sign-in", [problem], {})
    return signed_in(house, opened, path)


@router.post("/api/forms/new-password")
async def new_password(
    request: Request, house: HouseDep, visit: AnyVisit, sent: Annotated[Pressed, Form()]
) -> Response:
    """Replace a forgotten password; every device is signed out."""
    policy.accounts.SIGN_IN.require(visit.visitor)
    page = opened_at(LinkPurpose.FORGOT_PASSWORD, sent.token)
    try:
        device = device_name(request.headers.get("user-agent", ""))
        await pressing.set_password(house, token=sent.token, password=sent.password, device=device)
    except NotFound:
        return onward(page)
    except Invalid as problem:
        return await back(house, "new-password", page, [problem], {})
    return onward("/forgot-password/done")
