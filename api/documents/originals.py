"""The original of a document, as the customer sent it. It is saved, never shown: nothing in it can run here."""

from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from api.problems import ProblemRoute
from api.sealed_file import StoredFile, answer_with
from db.values.documents import DocumentStatus
from services import policy
from services.documents import listing
from services.documents.links import is_good, link_to
from services.errors import NotFound
from services.house import House
from services.visitor import Person
from ui.guards import AnyVisit, HouseDep, Visit, way_to_sign_in

router = APIRouter(route_class=ProblemRoute, include_in_schema=False)


@router.get("/api/documents/{document_id}/original")
async def original(document_id: UUID, house: HouseDep, visit: AnyVisit) -> Response:
    """Lead to the file by a fresh link, so that the page that stays open for hours never holds an old one."""
    if not isinstance(visit.visitor, Person):
        return _to_page(document_id, visit)
    policy.documents.SEE.require(visit.visitor)
    await _file(house, visit.visitor, document_id)
    return RedirectResponse(f"/api/documents/{document_id}/file?{link_to(house, visit.visitor, document_id)}", 303)


@router.get("/api/documents/{document_id}/file")
async def file_of(
    request: Request, document_id: UUID, house: HouseDep, visit: AnyVisit, *, until: int = 0, seal: str = ""
) -> Response:
    """The file, or the part of it that is asked for. Whose link is too old is led to the page with a new one."""
    person = visit.visitor
    if not isinstance(person, Person) or not is_good(house, person, document_id, until=until, seal=seal):
        return _to_page(document_id, visit)
    policy.documents.SEE.require(person)
    return await answer_with(request, house.documents, await _file(house, person, document_id, act="document.saved"))


async def _file(house: House, person: Person, document_id: UUID, *, act: str = "") -> StoredFile:
    async with house.transaction(person) as session:
        document, _ = await listing.document_at(session, person, document_id=document_id, act=act)
    if document.status is not DocumentStatus.CHECKED or document.removed_at or document.kind is None:
        raise NotFound("document.gone")
    ending = f".{document.kind}"
    name = document.name if document.name.lower().endswith((ending, ".jpeg")) else document.name + ending
    return StoredFile(document.id, document.size_bytes, document.kind.media_type, name)


def _to_page(document_id: UUID, visit: Visit) -> Response:
    page = f"/documents/{document_id}"
    return RedirectResponse(page if isinstance(visit.visitor, Person) else way_to_sign_in(page), 303)
