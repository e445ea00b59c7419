"""Changing the e-mail address: asking for it, confirming it, undoing it. The last two come from links in letters."""

from collections.abc import Awaitable
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request, Response

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward, prove_first
from services import policy
from services.accounts import sessions
from services.accounts.changes import address, undoing, waiting
from services.accounts.device_names import device_name
from services.errors import Conflict, HouseError, Invalid, NotFound
from ui.guards import AnyVisit, HouseDep, Visit, signed_in_for, way_to_prove

router = APIRouter(route_class=FormRoute)
PAGE = "/account/security/email"
HERE = "/account/security"


@router.post("/api/forms/email-address")
async def ask_for_address(
    house: HouseDep, visit: Annotated[Visit, signed_in_for(PAGE)], email: Annotated[str, Form()] = ""
) -> Response:
    """Write to the new address; nothing changes until it is confirmed there."""
    person, typed = visit.person, {"email": email}
    policy.accounts.CHANGE_SIGN_IN.require(person)
    if not sessions.is_proved_lately(house, person):
        return await prove_first(house, "email_address", PAGE, typed)
    try:
        await address.ask(house, person, address=email)
    except Invalid as problem:
        return await back(house, "email_address", PAGE, [problem], typed)
    return onward(f"{HERE}?done=address")


@router.post("/api/forms/email-address/again")
async def send_letter_again(house: HouseDep, visit: Annotated[Visit, signed_in_for(HERE)]) -> Response:
    """Write once more to the address that waits, after a proof as for the first letter."""
    policy.accounts.CHANGE_SIGN_IN.require(visit.person)
    if not sessions.is_proved_lately(house, visit.person):
        return onward(way_to_prove(HERE))
    return await _done_here("again", waiting.send_again(house, visit.person))


@router.post("/api/forms/email-address/give-up")
async def give_address_up(house: HouseDep, visit: Annotated[Visit, signed_in_for(HERE)]) -> Response:
    """Leave the address as it is."""
    policy.accounts.CHANGE_SIGN_IN.require(visit.person)
    return await _done_here("given_up", waiting.give_up(house, visit.person))


@router.post("/api/forms/email-address/confirm")
async def confirm_address(house: HouseDep, visit: AnyVisit, token: Annotated[str, Form()] = "") -> Response:
    """Change the address. Whoever holds the letter may be signed in nowhere."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    page = "/email-address/confirm"
    try:
        await address.confirm(house, token=token)
    except (NotFound, Conflict) as problem:
        return _says(page, problem)
    return onward(f"{page}?done=true")


@router.post("/api/forms/email-address/undo")
async def undo_address(
    request: Request, house: HouseDep, visit: AnyVisit, token: Annotated[str, Form()] = ""
) -> Response:
    """Bring the old address back, sign out every device, and keep an account that was to be deleted."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    device = device_name(request.headers.get("user-agent", ""))
    page = "/email-address/undo"
    try:
        stays = await undoing.undo(house, token=token, device=device)
    except (NotFound, Conflict) as problem:
        return _says(page, problem)
    return onward(f"{page}?done=true" + ("&kept=true" if stays else ""))


async def _done_here(done: str, act: Awaitable[None]) -> Response:
    try:
        await act
    except (NotFound, Conflict, Invalid) as problem:
        return onward(f"{HERE}?problem={problem.code.rpartition('.')[2]}")
    return onward(f"{HERE}?done={done}")


def _says(page: str, problem: HouseError) -> Response:
    """Back to the page of the letter, which says what went wrong."""
    return onward(f"{page}?{urlencode({'problem': problem.code})}")
