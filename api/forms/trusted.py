"""Inviting a trusted person, answering an invitation, and giving up what one was trusted with."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel

from api.forms.form_route import FormRoute
from api.forms.letter_offers import accepted, declined
from api.forms.replies import back, onward, prove_first
from services import policy
from services.accounts import sessions
from services.errors import Invalid
from services.trust import answering, helping, inviting
from services.trust.wishes import Wish, problems_in
from ui.guards import AnyVisit, HouseDep, Visit, signed_in_for

router = APIRouter(route_class=FormRoute)
PAGE = "/account/trusted/invite"
_INVITATION, _TRUSTING = "/trusted/invitation", "/account/trusting"


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


@router.post("/api/forms/trusted/accept")
async def accept(house: HouseDep, visit: AnyVisit, token: Annotated[str, Form()] = "") -> Response:
    """Open the access to who is signed in with the invited address; others read which address that is."""
    return await accepted(
        visit.visitor,
        lambda person: answering.accept(house, person, token=token),
        rule=policy.trust.HAVE,
        page=_INVITATION,
        token=token,
        to=f"{_TRUSTING}?done=accepted",
    )


@router.post("/api/forms/trusted/decline")
async def decline(house: HouseDep, visit: AnyVisit, token: Annotated[str, Form()] = "") -> Response:
    """Say no. Whoever holds the letter may be signed in nowhere."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    return await declined(answering.decline(house, token=token), page=_INVITATION)


@router.post("/api/forms/trusted/leave")
async def leave(
    house: HouseDep, visit: Annotated[Visit, signed_in_for(_TRUSTING)], access: Annotated[UUID, Form()]
) -> Response:
    """Give it up. What is not theirs, or is over, looks like what never was."""
    policy.trust.HAVE.require(visit.person)
    await helping.leave(house, visit.person, access_id=access)
    return onward(f"{_TRUSTING}?done=left")
