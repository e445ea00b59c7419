"""A person tells us their name and their state, or takes back what they told."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward
from services import policy
from services.intake.who import profile
from services.intake.who.profile import Profile
from ui.guards import HouseDep, Visit, signed_in_for

router = APIRouter(route_class=FormRoute)
PAGE = "/account/profile"


@router.post("/api/forms/profile")
async def save_profile(
    house: HouseDep,
    visit: Annotated[Visit, signed_in_for(PAGE)],
    name: Annotated[str, Form()] = "",
    residence: Annotated[str, Form()] = "",
) -> Response:
    """Keep it, or go back to the form with what has to be mended."""
    policy.accounts.CHANGE_PROFILE.require(visit.person)
    told = Profile(name, residence)
    if problems := profile.problems_in(told):
        return await back(house, "profile", PAGE, problems, {"name": name, "residence": residence})
    async with house.transaction(visit.person) as session:
        await profile.save(session, visit.person, told)
    return onward(f"{PAGE}?done=true")
