"""The second step of signing in, and turning it on and off."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward, prove_first, signed_in
from api.forms.signing_in.credentials import place_of_sender
from services import policy
from services.accounts import sessions
from services.accounts.second_steps import half_way, setting_up
from services.accounts.second_steps.half_way import Step
from services.errors import Invalid
from ui.guards import AnyVisit, HouseDep, Visit, signed_in_for, way_to_second_step, way_to_sign_in

router = APIRouter(route_class=FormRoute)
_SET_UP, _REMOVE = "/account/second-step/set-up", "/account/second-step/remove"


class Code(BaseModel):
    """A code, of which kind it is, and the page to go on to."""

    code: str = ""
    step: Step = Step.APP
    next: str = "/account"


@router.post("/api/forms/second-step")
async def second_step(request: Request, house: HouseDep, visit: AnyVisit, sent: Annotated[Code, Form()]) -> Response:
    """Open the session of the account under a new token. Who took too long begins again, and reads so."""
    policy.accounts.SIGN_IN.require(visit.visitor)
    place = place_of_sender(request, house)
    try:
        opened = await half_way.finish(house, visit.visitor, step=sent.step, code=sent.code, place=place)
    except Invalid as problem:
        if problem.field != "code":
            return await back(house, "sign_in", way_to_sign_in(sent.next), [problem], {})
        return await back(house, "second_step", f"{way_to_second_step(sent.next)}&step={sent.step}", [problem], {})
    return signed_in(house, opened, sent.next)


@router.post("/api/forms/second-step/confirm")
async def confirm(
    request: Request,
    house: HouseDep,
    visit: Annotated[Visit, signed_in_for(_SET_UP)],
    code: Annotated[str, Form()] = "",
) -> Response:
    """Turn it on under a new token, and go on to the recovery codes."""
    policy.accounts.CHANGE_SIGN_IN.require(visit.visitor)
    if not sessions.is_proved_lately(house, visit.person):
        return await prove_first(house, "set_up", _SET_UP, {})
    try:
        opened = await setting_up.confirm(house, visit.person, code=code, place=place_of_sender(request, house))
    except Invalid as problem:
        return await back(house, "set_up", _SET_UP, [problem], {})
    return signed_in(house, opened, "/account/recovery-codes")


@router.post("/api/forms/second-step/remove")
async def remove(
    request: Request,
    house: HouseDep,
    visit: Annotated[Visit, signed_in_for(_REMOVE)],
    password: Annotated[str, Form()] = "",
) -> Response:
    """Take the app away. Where there is none any more, the next page says what there is."""
    policy.accounts.CHANGE_SIGN_IN.require(visit.visitor)
    if not sessions.is_proved_lately(house, visit.person):
        return await prove_first(house, "remove_second_step", _REMOVE, {})
    try:
        place = place_of_sender(request, house)
        is_done = await setting_up.turn_off(house, visit.person, password=password, place=place)
    except Invalid as problem:
        return await back(house, "remove_second_step", _REMOVE, [problem], {})
    return onward("/account/second-step?done=removed" if is_done else "/account/second-step")
