"""Beginning a tax year with what somebody takes over from the year before."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from api.forms.form_route import FormRoute
from api.forms.replies import onward
from services import policy
from services.errors import Conflict
from services.returns.next_year import beginning
from services.visitor import Guest
from ui.guards import AnyVisit, HouseDep, way_to_sign_in

router = APIRouter(route_class=FormRoute)


@router.post("/api/forms/last-year")
async def begin_from_last_year(
    house: HouseDep,
    visit: AnyVisit,
    tax_year: Annotated[int, Form()],
    item: Annotated[list[str], Form(default_factory=list)],
) -> Response:
    """Take over what is ticked, and lead into the interview. Who has answered something meanwhile reads why not."""
    policy.returns.BEGIN.require(visit.visitor)
    page = f"/tax/{tax_year}/last-year"
    if visit.visitor == Guest():
        return onward(way_to_sign_in(page))
    try:
        async with house.transaction(visit.visitor) as session:
            await beginning.start(session, visit.visitor, tax_year=tax_year, chosen=item)
    except Conflict:
        return onward(page)
    return onward(f"/tax/{tax_year}/interview")
