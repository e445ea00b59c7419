"""How a person wants to talk with us, how their screen looks, and how alerts come."""

from typing import Annotated

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward
from services import policy, preferences
from services.errors import Invalid
from services.visitor import Person
from ui import cookies
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=FormRoute)


class Chosen(BaseModel):
    """What a page sent. What it does not ask stays as it was."""

    talk: str | None = None
    theme: str | None = None
    text_size: str | None = None
    motion: str | None = None
    vibration: str | None = None
    glow: str | None = None
    next: str = "/"


@router.post("/api/forms/display")
async def display(house: HouseDep, visit: AnyVisit, sent: Annotated[Chosen, Form()]) -> Response:
    """Keep the choices that were sent: in a cookie, and with the account of somebody who is signed in."""
    policy.house.CHANGE_DISPLAY.require(visit.visitor)
    choices = sent.model_dump(exclude={"next"}, exclude_none=True)
    try:
        chosen = preferences.chosen(visit.preferences, choices)
    except Invalid as problem:
        return await back(house, "display", "/display", [problem], choices)
    if isinstance(visit.visitor, Person):
        async with house.transaction(visit.visitor) as session:
            await preferences.keep(session, visit.visitor.person_id, chosen)
    reply = onward(sent.next)
    cookies.put(reply, house.settings, cookies.DISPLAY, chosen.as_cookie(), lasts=cookies.DISPLAY_LASTS)
    return reply
