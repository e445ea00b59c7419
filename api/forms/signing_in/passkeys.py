"""What a device has signed: it opens an account, or is added to one."""

from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward, prove_first, signed_in
from services import policy
from services.accounts import sessions
from services.accounts.device_names import device_name
from services.accounts.passkeys import adding, proving
from services.accounts.passkeys.signing_in import sign_in as checked_in
from services.errors import Invalid
from ui.guards import AnyVisit, HouseDep, SignedIn, way_to_prove

router = APIRouter(route_class=FormRoute)


class Signed(BaseModel):
    """The answer of a device in JSON, and the page to go on to."""

    credential: str = ""
    next: str = "/account"


@router.post("/api/forms/passkey-sign-in")
async def sign_in(house: HouseDep, visit: AnyVisit, sent: Annotated[Signed, Form()]) -> Response:
    """Open a session under a new token, and take along what was begun as a guest."""
    policy.SIGN_IN.require(visit.visitor)
    try:
        opened = await checked_in(house, visit.visitor, sent=sent.credential)
    except Invalid as problem:
        return await back(house, "passkey_sign_in", f"/sign-in?next={quote(sent.next)}", [problem], {})
    return signed_in(house, opened, sent.next)


@router.post("/api/forms/passkey-prove")
async def prove(house: HouseDep, visit: SignedIn, sent: Annotated[Signed, Form()]) -> Response:
    """Go on to what needed it, under a new token. What is wrong goes back by the address, as in prove.py."""
    policy.PROVE.require(visit.visitor)
    try:
        opened = await proving.prove(house, visit.person, sent=sent.credential)
    except Invalid as problem:
        return onward(f"{way_to_prove(sent.next)}&{urlencode({'field': problem.field, 'problem': problem.code})}")
    return signed_in(house, opened, sent.next)


@router.post("/api/forms/passkey")
async def add(request: Request, house: HouseDep, visit: SignedIn, sent: Annotated[Signed, Form()]) -> Response:
    """Keep the passkey that the device has made. Its name can be changed on the page that comes next."""
    policy.MANAGE_PASSKEYS.require(visit.visitor)
    if not sessions.is_proved_lately(house, visit.person):
        return await prove_first(house, "passkey", "/account/passkeys", {})
    device = device_name(request.headers.get("user-agent", ""))
    try:
        passkey_id = await adding.add(house, visit.person, sent=sent.credential, device=device)
    except Invalid as problem:
        return await back(house, "passkey", "/account/passkeys", [problem], {})
    return onward(f"/account/passkeys?added={passkey_id}")
