"""Making an account."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Response

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward, signed_in
from services import policy, preferences
from services.accounts import enrolment, passwords
from services.errors import Invalid
from services.house import House
from services.visitor import Person
from ui.guards import AnyVisit, HouseDep, Visit

router = APIRouter(route_class=FormRoute)


@router.post("/api/forms/sign-up")
async def sign_up(
    house: HouseDep,
    visit: AnyVisit,
    email: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/account",  # noqa: A002  # the usual name of this field
) -> Response:
    """Make an account, sign in, and take along what was begun as a guest."""
    if isinstance(visit.visitor, Person):
        return onward(next)
    policy.SIGN_UP.require(visit.visitor)
    problems = await enrolment.problems(email, password)
    if not problems:
        try:
            return await _made(house, visit, email, password, next)
        except Invalid as problem:
            problems = [problem]
    return await back(house, "sign_up", f"/sign-up?next={quote(next)}", problems, {"email": email})


async def _made(house: House, visit: Visit, email: str, password: str, path: str) -> Response:
    password_hash = await passwords.hashed(password)
    async with house.transaction(enrolment.DOOR) as session:
        guest = enrolment.began_as(visit.visitor)
        opened = await enrolment.sign_up(session, guest, address=email, password_hash=password_hash)
        await preferences.keep(session, opened.visitor.person_id, visit.preferences)
    return signed_in(house, opened, path)
