"""Making an account: first a letter goes to the address, and its link makes the account (`links/`)."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward
from api.forms.signing_in.credentials import Credentials
from api.forms.signing_in.links.asking import Sent, asked
from db.values.accounts import LinkPurpose
from services import policy
from services.accounts import enrolment
from services.visitor import Person
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=FormRoute)


@router.post("/api/forms/sign-up")
async def sign_up(request: Request, house: HouseDep, visit: AnyVisit, sent: Annotated[Credentials, Form()]) -> Response:
    """Have the address proven. Whether it has an account already, only a letter to it says."""
    if isinstance(visit.visitor, Person):
        return onward(sent.next)
    policy.accounts.SIGN_UP.require(visit.visitor)
    if problems := await enrolment.problems(sent.email, sent.password):
        return await back(house, "sign-up", f"/sign-up?next={quote(sent.next)}", problems, {"email": sent.email})
    return await asked(request, house, LinkPurpose.SIGN_UP, Sent(email=sent.email, next=sent.next), sent.password)
