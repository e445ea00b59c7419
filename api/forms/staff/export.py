"""Saving a list as a file: who has not shown lately that it is them does so first."""

from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import StreamingResponse

from api.forms.form_route import FormRoute
from api.forms.replies import back, prove_first
from services import policy
from services.accounts import sessions
from services.errors import Invalid
from services.staff.export import saving
from services.staff.export.saving import What
from services.staff.finding.wanted import read
from ui.guards import HouseDep, Visit, signed_in_for
from ui.staff.customers.filters import Filters
from ui.staff.overview.export_page import page_of

router = APIRouter(route_class=FormRoute)


class Sent(Filters):
    """What is saved, for what, and the filters of the list."""

    what: What = What.CUSTOMERS
    purpose: str = ""


@router.post("/api/forms/export")
async def export(
    house: HouseDep, visit: Annotated[Visit, signed_in_for("/staff/export")], sent: Annotated[Sent, Form()]
) -> Response:
    """Send the file, or go back to the form with what has to be mended."""
    policy.customers.EXPORT.require(visit.person)
    page, typed = page_of(sent.what, sent.chosen()), {"purpose": sent.purpose}
    if not sessions.is_proved_lately(house, visit.person):
        return await prove_first(house, "export", page, typed)
    try:
        wanted, purpose = read(sent.chosen()), saving.purpose_of(sent.purpose)
        saved = await saving.save(house, visit.person, sent.what, wanted, purpose)
    except Invalid as problem:
        return await back(house, "export", page, [problem], typed)
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": f'attachment; filename="{saved.name}"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return StreamingResponse(saved.pieces, headers=headers, media_type="text/csv; charset=utf-8")
