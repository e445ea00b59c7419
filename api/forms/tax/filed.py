"""Marking a return as filed."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel, Field

from api.forms.form_route import FormRoute
from api.forms.posted_day import posted_day, typed_parts
from api.forms.replies import back, onward
from services import policy
from services.errors import Invalid
from services.returns.filed import marking
from ui.guards import HouseDep, Visit, signed_in_for

router = APIRouter(route_class=FormRoute)


class Sent(BaseModel):
    """The form, as it was filled in."""

    return_id: UUID
    tax_year: int
    month: str = Field(default="", alias="filed_on-month")
    day: str = Field(default="", alias="filed_on-day")
    year: str = Field(default="", alias="filed_on-year")
    reason: str = ""

    @property
    def typed(self) -> dict[str, str]:
        """What goes back to the form with a mistake in it."""
        return typed_parts("filed_on", self.month, self.day, self.year) | {"reason": self.reason}


@router.post("/api/forms/filed")
async def mark_filed(
    house: HouseDep, visit: Annotated[Visit, signed_in_for("/tax")], sent: Annotated[Sent, Form()]
) -> Response:
    """Keep the return as it is now, or go back to the form with what has to be mended."""
    person, page = visit.person, f"/tax/{sent.tax_year}/filed?estimate={sent.return_id}"
    policy.returns.MARK_FILED.require(person)
    try:
        filed_on = posted_day("filed_on", sent.month, sent.day, sent.year)
        async with house.transaction(person) as session:
            await marking.mark(session, person, return_id=sent.return_id, filed_on=filed_on, reason=sent.reason)
    except Invalid as problem:
        return await back(house, "filed", page, [problem], sent.typed)
    return onward(f"{page}&done=marked")
