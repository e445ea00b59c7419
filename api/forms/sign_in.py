"""Signing in."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Response

from api.forms.form_route import FormRoute
from api.forms.replies import back, signed_in
from services import policy
from services.accounts.signing_in import sign_in as checked_in
from services.errors import Invalid
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=FormRoute)


@router.post("/api/forms/sign-in")
async def sign_in(
    house: HouseDep,
    visit: AnyVisit,
    email: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/account",  # noqa: A002  # the usual name of this field
) -> Response:
    """Open a session under a new token, and take along what was begun as a guest."""
    policy.SIGN_IN.require(visit.visitor)
    try:
        opened = await checked_in(house, visit.visitor, address=email, password=password)
    except Invalid as problem:
        return await back(house, "sign_in", f"/sign-in?next={quote(next)}", [problem], {"email": email})
    return signed_in(house, opened, next)
