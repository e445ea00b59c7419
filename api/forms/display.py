"""How a person wants to talk with us, and how their screen looks."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward
from services import policy, preferences
from services.errors import Invalid
from services.visitor import Person
from ui import cookies
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=FormRoute)
Choice = Annotated[str | None, Form()]


@router.post("/api/forms/display")
async def display(
    *,
    house: HouseDep,
    visit: AnyVisit,
    talk: Choice = None,
    theme: Choice = None,
    text_size: Choice = None,
    motion: Choice = None,
    next: Annotated[str, Form()] = "/",  # noqa: A002  # the usual name of this field
) -> Response:
    """Keep the choices that were sent: in a cookie, and with the account of somebody who is signed in."""
    policy.CHANGE_DISPLAY.require(visit.visitor)
    sent = {"talk": talk, "theme": theme, "text_size": text_size, "motion": motion}
    choices = {name: value for name, value in sent.items() if value is not None}
    try:
        chosen = preferences.changed(visit.preferences, choices)
    except Invalid as problem:
        return await back(house, "display", "/display", [problem], choices)
    if isinstance(visit.visitor, Person):
        async with house.transaction(visit.visitor) as session:
            await preferences.keep(session, visit.visitor.person_id, chosen)
    reply = onward(next)
    cookies.put(reply, house.settings, cookies.DISPLAY, chosen.as_cookie(), lasts=cookies.DISPLAY_LASTS)
    return reply
