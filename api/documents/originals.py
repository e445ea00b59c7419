"""The original of a document, as the customer sent it. It is saved, never shown: nothing in it can run here."""

import logging
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from api.problems import FileRoute
from api.sealed_file import StoredFile, answer_with
from db.values.documents import DocumentStatus
from services import policy
from services.accounts import sessions
from services.documents import listing
from services.documents.links import is_good, link_to
from services.errors import NotFound
from services.house import House
from services.sealing import Unsealable
from services.visitor import Person
from ui.documents.told import Told
from ui.guards import AnyVisit, HouseDep, Visit, way_to_prove, way_to_sign_in

router = APIRouter(route_class=FileRoute, include_in_schema=False)
_log = logging.getLogger(__name__)


@router.get("/api/documents/{document_id}/original")
async def original(document_id: UUID, house: HouseDep, visit: AnyVisit) -> Response:
    """Lead to the file by a fresh link, so that the page that stays open for hours never holds an old one.

    It may show a whole SSN, as a W-2 does: whoever saves it has shown in the last minutes that it is them.
    """
    if not isinstance(visit.visitor, Person):
        return _to_page(document_id, visit)
    policy.documents.SEE.require(visit.visitor)
    await _file(house, visit.visitor, document_id)
    if not sessions.is_proved_lately(house, visit.visitor):
        return RedirectResponse(way_to_prove(_page(document_id, Told.PROVED)), 303)
    return RedirectResponse(f"/api/documents/{document_id}/file?{link_to(house, visit.visitor, document_id)}", 303)


@router.get("/api/documents/{document_id}/file")
async def file_of(
    request: Request, document_id: UUID, house: HouseDep, visit: AnyVisit, *, until: int = 0, seal: str = ""
) -> Response:
    """The file, or the part of it that is asked for. Whose link is too old is led to the page with a new one.

    So is who asks for a file that the store does not have, or has otherwise: the page says so.
    """
    person = visit.visitor
    if not isinstance(person, Person) or not is_good(house, person, document_id, until=until, seal=seal):
        return _to_page(document_id, visit)
    policy.documents.SEE.require(person)
    try:
        answer = await answer_with(request, house.documents, await _file(house, person, document_id))
    except Unsealable as problem:
        _log.error("the original of document %s can't be given: %s", document_id, problem)
        return RedirectResponse(_page(document_id, Told.MISSING), 303)
    await _file(house, person, document_id, act="document.saved")
    return answer


async def _file(house: House, person: Person, document_id: UUID, *, act: str = "") -> StoredFile:
    async with house.transaction(person) as session:
        document, _ = await listing.document_at(session, person, document_id=document_id, act=act)
    if document.status is not DocumentStatus.CHECKED or document.removed_at or document.kind is None:
        raise NotFound("document.gone")
    ending = f".{document.kind}"
    name = document.name if document.name.lower().endswith((ending, ".jpeg")) else document.name + ending
    return StoredFile(document.id, document.size_bytes, document.kind.media_type, name)


def _page(document_id: UUID, told: Told) -> str:
    return f"/documents/{document_id}?told={told}"


def _to_page(document_id: UUID, visit: Visit) -> Response:
    page = f"/documents/{document_id}"
    return RedirectResponse(page if isinstance(visit.visitor, Person) else way_to_sign_in(page), 303)
