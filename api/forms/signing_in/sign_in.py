"""Signing in."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response

from api.forms.form_route import FormRoute
from api.forms.replies import back, signed_in
from api.forms.signing_in.credentials import Credentials, place_of_sender
from services import policy
from services.accounts.signing_in import sign_in as checked_in
from services.errors import Invalid
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=FormRoute)


@router.post("/api/forms/sign-in")
async def sign_in(request: Request, house: HouseDep, visit: AnyVisit, sent: Annotated[Credentials, Form()]) -> Response:
    """Open a session under a new token, and take along what was begun as a guest."""
    policy.accounts.SIGN_IN.require(visit.visitor)
    place = place_of_sender(request, house)
    try:
        opened = await checked_in(house, visit.visitor, address=sent.email, password=sent.password, place=place)
    except Invalid as problem:
        return await back(house, "sign_in", f"/sign-in?next={quote(sent.next)}", [problem], {"email": sent.email})
    return signed_in(house, opened, sent.next)
