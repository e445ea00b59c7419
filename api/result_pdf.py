"""The result of an estimate as an accessible PDF, made anew each time and kept nowhere."""

from uuid import UUID

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from api.problems import ProblemRoute
from services import policy
from services.returns import opening
from services.returns.filed.standing import last_filed
from services.typesetting import as_pdf
from services.visitor import Guest
from ui.estimate.opening import page_of
from ui.guards import AnyVisit, HouseDep, way_to_sign_in
from ui.result.on_paper import document_of
from ui.reviews.noted import notes_for

router = APIRouter(route_class=ProblemRoute, include_in_schema=False)


@router.get("/api/tax/{tax_year}/result.pdf")
async def result_pdf(tax_year: int, house: HouseDep, visit: AnyVisit, *, estimate: UUID | None = None) -> Response:
    """The file. Who has no session signs in first; who has no result yet is led to the page that says why."""
    if visit.visitor == Guest():
        return RedirectResponse(way_to_sign_in(f"/tax/{tax_year}/result"), 303)
    policy.returns.SEE.require(visit.visitor)
    async with house.transaction(visit.visitor) as session:
        theirs = await opening.estimate_for(
            session, visit.visitor, tax_year=tax_year, return_id=estimate, act="estimate.taken"
        )
        filed = await last_filed(session, theirs)
    if theirs.result is None:
        return RedirectResponse(page_of(theirs, "result"), 303)
    notes = await notes_for(house, visit, theirs)
    today = house.clock.now().date()
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": f'attachment; filename="mbtq-estimate-{tax_year}-{today:%Y-%m-%d}.pdf"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    pdf = await as_pdf(document_of(theirs, theirs.result, notes, filed, today=today), on=today)
    return Response(pdf, headers=headers, media_type="application/pdf")
