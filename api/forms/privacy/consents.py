"""Signing a consent to one other use of what somebody tells for a return."""

from typing import Annotated

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel, Field

from api.forms.form_route import FormRoute
from api.forms.posted_day import typed_parts
from api.forms.replies import back, onward, prove_first
from services import policy
from services.accounts import sessions
from services.consents import signing
from services.consents.asked import asked_for
from services.consents.signing import Signature
from services.errors import Conflict, Invalid
from ui.consents.given import way_to_sign
from ui.guards import HouseDep, Visit, signed_in_for

router = APIRouter(route_class=FormRoute)
PAGE = "/account/consents"


class Sent(BaseModel):
    """The form under a consent, as it was filled in."""

    purpose: str = ""
    recipient: str = ""
    version: str = ""
    name: str = ""
    month: str = Field(default="", alias="signed_on-month")
    day: str = Field(default="", alias="signed_on-day")
    year: str = Field(default="", alias="signed_on-year")


@router.post("/api/forms/consent")
async def sign_consent(
    house: HouseDep, visit: Annotated[Visit, signed_in_for(PAGE)], sent: Annotated[Sent, Form()]
) -> Response:
    """Keep the consent, or go back to it with everything that has to be mended. NotFound for what nobody asks for."""
    person = visit.person
    policy.privacy.GIVE_CONSENT.require(person)
    asked = asked_for(sent.purpose, sent.recipient)
    page = way_to_sign(asked)
    typed = {"name": sent.name, **typed_parts("signed_on", sent.month, sent.day, sent.year)}
    if not sessions.is_proved_lately(house, person):
        return await prove_first(house, "consent", page, typed)
    signature = Signature(sent.version, sent.name, sent.month, sent.day, sent.year)
    if problems := signature.problems(house.clock.now().date()):
        return await back(house, "consent", page, problems, typed)
    try:
        async with house.transaction(person) as session:
            await signing.sign(session, person, asked, signature)
    except Conflict:
        return await back(house, "consent", page, [Invalid("name", "consent.words_changed")], typed)
    return onward(f"{PAGE}?done=sent")
