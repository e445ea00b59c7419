"""The way to an organisation and back, and the one press after the first return.

It begins by a link, because our content policy lets no form lead to another site.
"""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward, signed_in
from services import policy
from services.accounts import sessions
from services.accounts.organisations.deciding import decide
from services.accounts.organisations.going import DECISION, Onward, come_back, go
from services.accounts.organisations.steps import LASTS
from services.errors import Conflict, HouseError, Invalid, Unavailable
from services.house import House
from services.visitor import Person
from ui import cookies
from ui.guards import AnyVisit, HouseDep, way_to_prove, way_to_sign_in

router = APIRouter(route_class=FormRoute)
FORM = "organisation"
LINKS = "/account/organisations"
_OURS = {"", "none", "same-origin"}
"""What a browser says of a link of ours, or of an address that was typed (Fetch Metadata). An old one says nothing."""


@router.get("/sign-in/with/{organisation}")
async def sign_in(
    request: Request,
    house: HouseDep,
    visit: AnyVisit,
    organisation: str,
    back_to: Annotated[str, Query(alias="next")] = "/account",
) -> Response:
    """Send somebody there to sign in."""
    policy.accounts.SIGN_IN.require(visit.visitor)
    if request.headers.get("sec-fetch-site", "") not in _OURS:
        return onward("/sign-in")
    anew = isinstance(visit.visitor, Person)
    try:
        return _away(house, await go(house, organisation=organisation, back_to=back_to, anew=anew))
    except (Conflict, Invalid, Unavailable) as failure:
        return await _told(house, failure)


@router.get("/account/organisations/with/{organisation}")
async def link(request: Request, house: HouseDep, visit: AnyVisit, organisation: str) -> Response:
    """Send a person there who wants to link it to their account.

    Whoever has to sign in or to prove first begins again at the list: no form may lead from there to another site.
    """
    if not isinstance(visit.visitor, Person):
        return onward(way_to_sign_in(LINKS))
    policy.accounts.MANAGE_ORGANISATIONS.require(visit.visitor)
    if request.headers.get("sec-fetch-site", "") not in _OURS:
        return onward(LINKS)
    if not sessions.is_proved_lately(house, visit.visitor):
        return onward(way_to_prove(LINKS))
    try:
        return _away(house, await go(house, organisation=organisation, back_to=LINKS, links_to=visit.visitor))
    except (Conflict, Invalid, Unavailable) as failure:
        return await _told(house, failure)


@router.get("/sign-in/with/{organisation}/return")
async def returned(request: Request, house: HouseDep, visit: AnyVisit, organisation: str) -> Response:
    """Let in who comes back, or have them decide, or say what went wrong."""
    token = cookies.read(request, cookies.ORGANISATION)
    answer = request.query_params
    try:
        if len(answer.multi_items()) != len(answer):  # a part that is there twice can be read in two ways
            raise Conflict("organisation.begin_again")
        came = await come_back(house, visit.visitor, organisation=organisation, answer=answer, token=token)
    except (Conflict, Invalid, Unavailable) as failure:
        return await _told(house, failure)
    return _arrived(house, came)


@router.post("/api/forms/organisation")
async def decided(request: Request, house: HouseDep, visit: AnyVisit) -> Response:
    """Make the account, or link it, as the page has asked."""
    token = cookies.read(request, cookies.ORGANISATION)
    if isinstance(visit.visitor, Person) and not sessions.is_proved_lately(house, visit.visitor):
        return onward(way_to_prove(DECISION))
    try:
        return _arrived(house, await decide(house, visit.visitor, visit.preferences, token))
    except Conflict as failure:
        return await _told(house, failure)


def _arrived(house: House, came: Onward) -> Response:
    """Go on, with the session that was opened, or with what is still to be decided."""
    reply = signed_in(house, came.opened, came.to) if came.opened else onward(came.to)
    if came.token:
        cookies.put(reply, house.settings, cookies.ORGANISATION, came.token, lasts=LASTS)
    else:
        cookies.drop(reply, house.settings, cookies.ORGANISATION)
    return reply


def _away(house: House, going: Onward) -> Response:
    reply = RedirectResponse(going.to, 303)
    reply.headers["Cache-Control"] = "no-store"
    cookies.put(reply, house.settings, cookies.ORGANISATION, going.token, lasts=LASTS)
    return reply


async def _told(house: House, failure: HouseError) -> Response:
    return await back(house, FORM, DECISION, [Invalid(FORM, failure.code)], {})
