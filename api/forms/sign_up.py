"""Making an account."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response

from api.forms.credentials import Credentials, place_of_sender
from api.forms.form_route import FormRoute
from api.forms.replies import back, onward, signed_in
from services import policy, preferences
from services.accounts import enrolment, passwords, throttling
from services.errors import Invalid
from services.house import House
from services.visitor import Person
from ui.guards import AnyVisit, HouseDep, Visit

router = APIRouter(route_class=FormRoute)


@router.post("/api/forms/sign-up")
async def sign_up(request: Request, house: HouseDep, visit: AnyVisit, sent: Annotated[Credentials, Form()]) -> Response:
    """Make an account, sign in, and take along what was begun as a guest."""
    if isinstance(visit.visitor, Person):
        return onward(sent.next)
    policy.SIGN_UP.require(visit.visitor)
    problems = await enrolment.problems(sent.email, sent.password)
    if not problems:
        try:
            return await _made(house, visit, sent, place_of_sender(request, house))
        except Invalid as problem:
            problems = [problem]
    return await back(house, "sign_up", f"/sign-up?next={quote(sent.next)}", problems, {"email": sent.email})


async def _made(house: House, visit: Visit, sent: Credentials, place: str) -> Response:
    async with throttling.counted_unless_done(house, throttling.counts_of_sign_up(place)):
        password_hash = await passwords.hashed(sent.password)
        async with house.transaction(enrolment.DOOR) as session:
            guest = enrolment.began_as(visit.visitor)
            opened = await enrolment.sign_up(session, guest, address=sent.email, password_hash=password_hash)
            await preferences.keep(session, opened.visitor.person_id, visit.preferences)
    return signed_in(house, opened, sent.next)
