"""Changing the e-mail address: asking for it, confirming it, undoing it. The last two come from links in letters."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Response

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward, prove_first
from services import policy
from services.accounts import sessions
from services.accounts.changes import address, undoing
from services.errors import Conflict, Invalid, NotFound
from services.visitor import Person
from ui.guards import AnyVisit, HouseDep, way_to_sign_in

router = APIRouter(route_class=FormRoute)
PAGE = "/account/security/email"


@router.post("/api/forms/email-address")
async def ask_for_address(house: HouseDep, visit: AnyVisit, email: Annotated[str, Form()] = "") -> Response:
    """Write to the new address; nothing changes until it is confirmed there."""
    person, typed = visit.visitor, {"email": email}
    if not isinstance(person, Person):
        return onward(way_to_sign_in(PAGE))
    policy.CHANGE_SIGN_IN.require(person)
    if not sessions.is_proved_lately(house, person):
        return await prove_first(house, "email_address", PAGE, typed)
    try:
        await address.ask(house, person, address=email)
    except Invalid as problem:
        return await back(house, "email_address", PAGE, [problem], typed)
    return onward("/account/security?done=address")


@router.post("/api/forms/email-address/confirm")
async def confirm_address(house: HouseDep, visit: AnyVisit, token: Annotated[str, Form()] = "") -> Response:
    """Change the address. Whoever holds the letter may be signed in nowhere."""
    policy.ANSWER_LETTER.require(visit.visitor)
    try:
        await address.confirm(house, token=token)
    except (NotFound, Conflict) as problem:
        return onward(f"/email-address/confirm?{urlencode({'problem': problem.code})}")
    return onward("/email-address/confirm?done=true")


@router.post("/api/forms/email-address/undo")
async def undo_address(house: HouseDep, visit: AnyVisit, token: Annotated[str, Form()] = "") -> Response:
    """Bring the old address back, and sign out every device."""
    policy.ANSWER_LETTER.require(visit.visitor)
    try:
        await undoing.undo(house, token=token)
    except (NotFound, Conflict) as problem:
        return onward(f"/email-address/undo?{urlencode({'problem': problem.code})}")
    return onward("/email-address/undo?done=true")
