"""Inviting a trusted person, answering an invitation, and giving up what one was trusted with."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel

from api.forms.form_route import FormRoute
from api.forms.letter_offers import Letter, answers_to
from api.forms.replies import back, onward, prove_first
from services import policy
from services.accounts import sessions
from services.errors import Invalid
from services.trust import answering, helping, inviting
from services.trust.wishes import Wish, problems_in
from ui.guards import HouseDep, Visit, signed_in_for

router = APIRouter(route_class=FormRoute)
PAGE, _TRUSTING = "/account/trusted/invite", "/account/trusting"
_LETTER = Letter(
    forms="/api/forms/trusted",
    page="/trusted/invitation",
    to=f"{_TRUSTING}?done=accepted",
    rule=policy.trust.HAVE,
    accept=answering.accept,
    decline=answering.decline,
)
router.routes.extend(answers_to(_LETTER).routes)


class Sent(BaseModel):
    """The form that invites, as it was filled in."""

    email: str = ""
    signed: str = ""
    helper: str = ""
    estimates: str = ""
    talk: str = ""
    days: str = ""
    documents: str = ""


@router.post("/api/forms/trusted")
async def invite(
    house: HouseDep, visit: Annotated[Visit, signed_in_for(PAGE)], sent: Annotated[Sent, Form()]
) -> Response:
    """Write to the person, or go back to the form with everything that has to be mended."""
    person, typed = visit.person, sent.model_dump()
    policy.trust.GIVE.require(person)
    if not sessions.is_proved_lately(house, person):
        return await prove_first(house, "trusted", PAGE, typed)
    wish = Wish(**typed)
    if problems := problems_in(wish):
        return await back(house, "trusted", PAGE, problems, typed)
    try:
        async with house.transaction(person) as session:
            await inviting.invite(session, person, wish)
    except Invalid as problem:
        return await back(house, "trusted", PAGE, [problem], typed)
    return onward("/account/trusted?done=sent")


@router.post("/api/forms/trusted/leave")
async def leave(
    house: HouseDep, visit: Annotated[Visit, signed_in_for(_TRUSTING)], access: Annotated[UUID, Form()]
) -> Response:
    """Give it up. What is not theirs, or is over, looks like what never was."""
    policy.trust.HAVE.require(visit.person)
    await helping.leave(house, visit.person, access_id=access)
    return onward(f"{_TRUSTING}?done=left")
