"""The presses on the pages to which letters lead about getting back in."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request, Response

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward
from services import policy
from services.accounts.device_names import device_name
from services.accounts.recovery import finishing, waiting
from services.errors import Conflict, Invalid, NotFound
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=FormRoute)
STOP_PAGE, LINK_PAGE = "/account-recovery/stop", "/account-recovery/password"


@router.post("/api/forms/account-recovery/stop")
async def stop(house: HouseDep, visit: AnyVisit, token: Annotated[str, Form()] = "") -> Response:
    """Stop it. Whoever holds the letter may be signed in nowhere."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    try:
        await waiting.stop(house, token=token)
    except (NotFound, Conflict):
        return onward(f"{STOP_PAGE}?{urlencode({'token': token})}")  # which says why
    return onward(f"{STOP_PAGE}?done=true")


@router.post("/api/forms/account-recovery/password")
async def set_password(
    request: Request,
    house: HouseDep,
    visit: AnyVisit,
    token: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    *,
    keep: Annotated[bool, Form()] = False,
) -> Response:
    """Set the new password; every other way in ends. `keep` was on a page that told of a deletion."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    page, device = f"{LINK_PAGE}?{urlencode({'token': token})}", device_name(request.headers.get("user-agent", ""))
    try:
        await finishing.set_password(house, token=token, password=password, keeps=keep, device=device)
    except (NotFound, Conflict):
        return onward(page)  # which says why
    except Invalid as problem:
        return await back(house, "recovery", page, [problem], {})
    return onward("/forgot-password/done")
