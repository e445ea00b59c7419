"""Answering the letter about what a partner registered: taking it over, or having it deleted."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from api.forms.form_route import FormRoute
from api.forms.letter_offers import accepted, declined
from services import policy
from services.intake.from_partners import taking_over
from services.intake.steps import RESULT
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=FormRoute)
_PAGE = "/intake/from-partner"


@router.post("/api/forms/intake-offer/accept")
async def accept_offer(house: HouseDep, visit: AnyVisit, token: Annotated[str, Form()] = "") -> Response:
    """Take it over into the account of the registered address; others read which address that is."""
    return await accepted(
        visit.visitor,
        lambda person: taking_over.accept(house, person, token=token),
        rule=policy.accounts.ANSWER_LETTER,
        page=_PAGE,
        token=token,
        to=RESULT,
    )


@router.post("/api/forms/intake-offer/decline")
async def decline_offer(house: HouseDep, visit: AnyVisit, token: Annotated[str, Form()] = "") -> Response:
    """Have it deleted. Whoever holds the letter may be signed in nowhere."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    return await declined(taking_over.decline(house, token=token), page=_PAGE)
