"""Removing the answers of a tax year, and putting them back."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Form, Response

from api.forms.form_route import FormRoute
from api.forms.replies import onward
from services import policy
from services.errors import Conflict
from services.returns.years import removing
from services.visitor import Guest
from ui.guards import AnyVisit, HouseDep, way_to_sign_in

router = APIRouter(route_class=FormRoute)
PAGE = "/tax"


@router.post("/api/forms/years")
async def change_years(
    house: HouseDep,
    visit: AnyVisit,
    return_id: Annotated[UUID, Form()],
    act: Annotated[Literal["remove", "put_back"], Form()],
) -> Response:
    """Take one return out of sight, or bring it back, and lead to the list, which says so."""
    if visit.visitor == Guest():
        return onward(way_to_sign_in(PAGE))
    policy.returns.CHANGE.require(visit.visitor)
    change = removing.remove if act == "remove" else removing.put_back
    try:
        async with house.transaction(visit.visitor) as session:
            await change(session, visit.visitor, return_id=return_id)
    except Conflict:
        return onward(f"{PAGE}?done=shared")
    return onward(f"{PAGE}?done={'removed' if act == 'remove' else 'put_back'}")
