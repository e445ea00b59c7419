"""Marking a return as filed."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel, Field

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward
from services import policy
from services.errors import Invalid
from services.returns.filed import marking
from services.words import month_number
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
    def filed_on(self) -> date | None:
        """The day that was typed, if there is such a day."""
        try:
            return date(int(self.year), month_number(self.month) or int(self.month), int(self.day))
        except (ValueError, OverflowError):
            return None


@router.post("/api/forms/filed")
async def mark_filed(
    house: HouseDep, visit: Annotated[Visit, signed_in_for("/tax")], sent: Annotated[Sent, Form()]
) -> Response:
    """Keep the return as it is now, or go back to the form with what has to be mended."""
    person, page = visit.person, f"/tax/{sent.tax_year}/filed?estimate={sent.return_id}"
    policy.returns.MARK_FILED.require(person)
    try:
        async with house.transaction(person) as session:
            await marking.mark(session, person, return_id=sent.return_id, filed_on=sent.filed_on, reason=sent.reason)
    except Invalid as problem:
        return await back(house, "filed", page, [problem], {"reason": sent.reason})
    return onward(f"{page}&done=marked")
