"""Holding a return together: inviting the other person, answering that, and leaving."""

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
from services.returns.joint import answering, inviting, leaving
from services.trust.wishes import who_problems
from ui.guards import HouseDep, Visit, signed_in_for

router = APIRouter(route_class=FormRoute)
YEARS_PAGE = "/tax"
_LETTER = Letter(
    forms="/api/forms/joint",
    page="/joint/invitation",
    to=f"{YEARS_PAGE}?done=joined",
    rule=policy.returns.SHARE,
    accept=answering.accept,
    decline=answering.decline,
)
router.routes.extend(answers_to(_LETTER).routes)
Member = Annotated[Visit, signed_in_for(YEARS_PAGE)]


class Sent(BaseModel):
    """A form about one return, as it was filled in."""

    return_id: UUID
    tax_year: int
    email: str = ""
    signed: str = ""


@router.post("/api/forms/joint")
async def invite(house: HouseDep, visit: Member, sent: Annotated[Sent, Form()]) -> Response:
    """Write to the other person, or go back to the form with everything that has to be mended."""
    person, page = visit.person, _page(sent)
    policy.returns.SHARE.require(person)
    typed = {"email": sent.email, "signed": sent.signed}
    if not sessions.is_proved_lately(house, person):
        return await prove_first(house, "joint", page, typed)
    if problems := who_problems(sent.email, sent.signed):
        return await back(house, "joint", page, problems, typed)
    try:
        async with house.transaction(person) as session:
            await inviting.invite(session, person, return_id=sent.return_id, email=sent.email, signed=sent.signed)
    except Invalid as problem:
        return await back(house, "joint", page, [problem], typed)
    return onward(f"{page}&done=sent")


@router.post("/api/forms/joint/take-back")
async def take_back(house: HouseDep, visit: Member, sent: Annotated[Sent, Form()]) -> Response:
    """Nobody can accept the invitation any more."""
    policy.returns.SHARE.require(visit.person)
    async with house.transaction(visit.person) as session:
        await inviting.take_back(session, visit.person, return_id=sent.return_id)
    return onward(f"{_page(sent)}&done=taken_back")


@router.post("/api/forms/joint/leave")
async def leave(house: HouseDep, visit: Member, sent: Annotated[Sent, Form()]) -> Response:
    """Leave at once, with a copy."""
    policy.returns.SHARE.require(visit.person)
    async with house.transaction(visit.person) as session:
        await leaving.leave(session, visit.person, return_id=sent.return_id)
    return onward(f"{YEARS_PAGE}?done=left")


def _page(sent: Sent) -> str:
    return f"/tax/{sent.tax_year}/together?estimate={sent.return_id}"
