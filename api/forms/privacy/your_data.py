"""A person's copy of everything about them, and the deletion of all of it."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import StreamingResponse

from api.body_within import body_within
from api.forms.form_route import FormRoute
from api.forms.replies import back, onward, prove_first
from services import policy
from services.accounts import sessions
from services.errors import Invalid, NotFound
from services.privacy import leaving
from services.privacy.archive import as_zip
from services.privacy.copying import take_copy
from ui.guards import AnyVisit, HouseDep, Visit, signed_in_for

router = APIRouter(route_class=FormRoute)
PAGE, UNDO_PAGE = "/account/your-data", "/account-deletion/undo"
FromPage = Annotated[Visit, signed_in_for(PAGE)]
_NO_FIELDS_BYTES, _SECONDS = 16_000, 10.0


@router.post("/api/forms/your-data")
async def copy_of_your_data(request: Request, house: HouseDep, visit: FromPage) -> Response:
    """Send the ZIP while it is made; who has not shown lately that it is them does so first.

    Its form has no field. What comes all the same is read first: a stream that is sent reads on beside it, without end.
    """
    await body_within(request, most_bytes=_NO_FIELDS_BYTES, seconds=_SECONDS)
    person = visit.person
    policy.privacy.TAKE_DATA.require(person)
    if not sessions.is_proved_lately(house, person):
        return await prove_first(house, "your_data", PAGE, {})
    collected = await take_copy(house, person)
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": f'attachment; filename="mbtq-your-data-{collected.made_at:%Y-%m-%d}.zip"',
    }
    return StreamingResponse(as_zip(house, collected), headers=headers, media_type="application/zip")


@router.post("/api/forms/delete-account")
async def delete_account(house: HouseDep, visit: FromPage, sure: Annotated[str, Form()] = "") -> Response:
    """Have the account deleted, once its owner has shown that it is them and ticked that they understand."""
    person = visit.person
    policy.privacy.DELETE_ACCOUNT.require(person)
    if not sessions.is_proved_lately(house, person):
        return await prove_first(house, "delete_account", PAGE, {})
    try:
        await leaving.ask(house, person, sure=bool(sure))
    except Invalid as problem:
        return await back(house, "delete_account", PAGE, [problem], {})
    return onward("/account-deletion")


@router.post("/api/forms/keep-account")
async def keep_account(house: HouseDep, visit: AnyVisit, token: Annotated[str, Form()] = "") -> Response:
    """Take the deletion back. Whoever holds the letter is signed in nowhere."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    try:
        await leaving.take_back(house, token=token)
    except NotFound:
        return onward(UNDO_PAGE)  # which says why
    return onward(f"{UNDO_PAGE}?done=true")
