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
from services.visitor import Person
from ui.guards import AnyVisit, HouseDep, Visit, signed_in_for, way_to_prove, way_to_sign_in

router = APIRouter(route_class=FormRoute)
_PASSKEYS = "/account/passkeys"


class Signed(BaseModel):
    """The answer of a device in JSON, and the page to go on to."""

    credential: str = ""
    next: str = "/account"


@router.post("/api/forms/passkey-sign-in")
async def sign_in(house: HouseDep, visit: AnyVisit, sent: Annotated[Signed, Form()]) -> Response:
    """Open a session under a new token, and take along what was begun as a guest."""
    policy.accounts.SIGN_IN.require(visit.visitor)
    try:
        opened = await checked_in(house, visit.visitor, sent=sent.credential)
    except Invalid as problem:
        told = Invalid("passkey", problem.code)  # also what is wrong with the account, such as that it is being deleted
        return await back(house, "passkey_sign_in", f"/sign-in?next={quote(sent.next)}", [told], {})
    return signed_in(house, opened, sent.next)


@router.post("/api/forms/passkey-prove")
async def prove(house: HouseDep, visit: AnyVisit, sent: Annotated[Signed, Form()]) -> Response:
    """Go on to what needed it, under a new token. What is wrong goes back by the address, as in prove.py."""
    person = visit.visitor
    if not isinstance(person, Person):  # signing in is the proof
        return onward(way_to_sign_in(sent.next))
    policy.accounts.PROVE.require(person)
    try:
        opened = await proving.prove(house, person, sent=sent.credential)
    except Invalid as problem:
        return onward(f"{way_to_prove(sent.next)}&{urlencode({'field': problem.field, 'problem': problem.code})}")
    return signed_in(house, opened, sent.next)


@router.post("/api/forms/passkey")
async def add(
    request: Request,
    house: HouseDep,
    visit: Annotated[Visit, signed_in_for(_PASSKEYS)],
    sent: Annotated[Signed, Form()],
) -> Response:
    """Keep the passkey that the device has made. Its name can be changed on the page that comes next."""
    policy.accounts.MANAGE_PASSKEYS.require(visit.visitor)
    if not sessions.is_proved_lately(house, visit.person):
        return await prove_first(house, "passkey", _PASSKEYS, {})
    device = device_name(request.headers.get("user-agent", ""))
    try:
        passkey_id = await adding.add(house, visit.person, sent=sent.credential, device=device)
    except Invalid as problem:
        return await back(house, "passkey", _PASSKEYS, [problem], {})
    return onward(f"{_PASSKEYS}?added={passkey_id}")
