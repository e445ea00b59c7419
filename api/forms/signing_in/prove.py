"""Showing anew that an account is one's own."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel

from api.forms.form_route import FormRoute
from api.forms.replies import onward, signed_in
from api.forms.signing_in.credentials import place_of_sender
from services import policy
from services.accounts import proving
from services.errors import Invalid
from services.visitor import Person
from ui.guards import AnyVisit, HouseDep, way_to_sign_in

router = APIRouter(route_class=FormRoute)


class Proof(BaseModel):
    """What was given, and the page to go on to."""

    password: str = ""
    code: str = ""
    next: str = "/account"


@router.post("/api/forms/prove")
async def prove(request: Request, house: HouseDep, visit: AnyVisit, sent: Annotated[Proof, Form()]) -> Response:
    """Go on to what needed it, under a new token.

    What is wrong goes back by the address: the cookie for it may hold the form that waits for this.
    """
    person = visit.visitor
    if not isinstance(person, Person):  # signing in is the proof
        return onward(way_to_sign_in(sent.next))
    policy.accounts.PROVE.require(person)
    place = place_of_sender(request, house)
    try:
        opened = await proving.prove(house, person, password=sent.password, code=sent.code, place=place)
    except Invalid as problem:
        wrong = {"next": sent.next, "field": problem.field, "problem": problem.code}
        return onward(f"/account/prove?{urlencode(wrong)}")
    return signed_in(house, opened, sent.next)
