"""The picture of one page of a document, as our own page shows it."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from api.problems import ProblemRoute
from api.sealed_file import StoredFile, answer_with
from services import policy
from services.documents import listing
from services.errors import NotFound
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=ProblemRoute, include_in_schema=False)


@router.get("/api/documents/{document_id}/pages/{number}")
async def page_picture(request: Request, document_id: UUID, number: int, house: HouseDep, visit: AnyVisit) -> Response:
    """One page in WebP. NotFound beyond the last, and for somebody else's document."""
    policy.documents.SEE.require(visit.visitor)
    async with house.transaction(visit.visitor) as session:
        document, papers = await listing.document_at(session, visit.person, document_id=document_id)
    paper = next((each for each in papers if each.number == number and not document.removed_at), None)
    if paper is None:
        raise NotFound
    file = StoredFile(paper.id, paper.size_bytes, "image/webp", f"page-{number}.webp")
    return await answer_with(request, house.document_pages, file)
