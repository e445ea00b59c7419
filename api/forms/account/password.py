"""Changing the password."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward, prove_first
from api.forms.signing_in.credentials import place_of_sender
from services import policy
from services.accounts.changes import password
from services.errors import NotAllowed
from ui.guards import HouseDep, Visit, signed_in_for

router = APIRouter(route_class=FormRoute)
PAGE = "/account/security/password"


class NewPassword(BaseModel):
    """Both passwords, and whether every other device is signed out."""

    current: str = ""
    password: str = ""
    ends_others: bool = False


@router.post("/api/forms/password")
async def change_password(
    request: Request,
    house: HouseDep,
    visit: Annotated[Visit, signed_in_for(PAGE)],
    sent: Annotated[NewPassword, Form()],
) -> Response:
    """Change it, once the current one is right and nothing is wrong with the new one. Neither is ever kept."""
    person = visit.person
    policy.accounts.CHANGE_SIGN_IN.require(person)
    place = place_of_sender(request, house)
    try:
        problems = await password.problems(house, person, current=sent.current, new=sent.password, place=place)
    except NotAllowed as refusal:
        if refusal.code != "proof.needed":
            raise
        return await prove_first(house, "password", PAGE, {})
    if problems:
        return await back(house, "password", PAGE, problems, {"ends_others": "on" if sent.ends_others else ""})
    await password.change(house, person, new=sent.password, ends_others=sent.ends_others)
    return onward("/account/security?done=password")
