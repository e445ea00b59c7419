"""Beginning an estimate. Somebody without an account becomes a guest, which sets a cookie."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Response

from api.forms.form_route import FormRoute
from api.forms.replies import onward, signed_in
from services import policy
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.house import House
from services.returns import opening
from services.visitor import Guest, Person
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=FormRoute)


@router.post("/api/forms/estimate")
async def begin_estimate(
    house: HouseDep,
    visit: AnyVisit,
    tax_year: Annotated[int, Form()],
    way: Annotated[Literal["estimate", "interview"], Form()] = "estimate",
) -> Response:
    """Open the visitor's estimate of this year, or begin one: all questions at once, or one topic at a time."""
    policy.returns.BEGIN.require(visit.visitor)
    path = f"/tax/{tax_year}/{way}"
    if isinstance(visit.visitor, Guest) and visit.visitor.session_id is None:
        async with house.transaction(DOOR) as session:
            opened = await sessions.open_for_guest(session)
        await _begin(house, opened.visitor, tax_year)
        return signed_in(house, opened, path)
    await _begin(house, visit.visitor, tax_year)
    return onward(path)


async def _begin(house: House, visitor: Person | Guest, tax_year: int) -> None:
    async with house.transaction(visitor) as session:
        await opening.begin(session, visitor, tax_year=tax_year)
