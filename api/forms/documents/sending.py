"""Sending documents by a native form, several at once. What we don't take stands in the list afterwards, with why."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Request, Response

from api.forms.form_route import FormRoute
from api.forms.replies import back, for_script, onward
from api.forms.with_files import Piece, Read, read_form_with_several
from db.types import new_id
from services import policy
from services.documents import reach, receiving
from services.documents.receiving import Arrived, IncomingDocument
from services.errors import Invalid, NotFound, Unavailable
from services.house import House
from services.storage.room import MEGABYTE
from services.visitor import Person
from ui.documents.pace import AN_HOUR, MOST_AT_ONCE
from ui.guards import AnyVisit, HouseDep, way_to_sign_in

router = APIRouter(route_class=FormRoute)
PAGE = "/documents"
_TOGETHER = 5
"""So many times the largest file may all files of one form have together: what a proxy lets through."""


@router.post("/api/forms/documents")
async def add_documents(request: Request, house: HouseDep, visit: AnyVisit) -> Response:
    """Take files in, each sealed as it comes. With a mistake in the form none of them is kept."""
    person = visit.visitor
    if not isinstance(person, Person):
        return for_script(request, onward(way_to_sign_in(PAGE)))
    policy.documents.CHANGE.require(person)
    most = house.settings.largest_document_mb * MEGABYTE
    async with AsyncExitStack() as open_files:
        files = _Files(house, open_files, most)
        read = await read_form_with_several(
            request, file_field="files", take=files.take, most_bytes=_TOGETHER * most + MEGABYTE
        )
        told = read.fields.get("access")
        access = id_in(told) if told else None
        try:
            sent = await _kept(house, person, read, files, access=access)
            reply = onward(way_back(access, sent))
        except Invalid as problem:
            reply = await back(house, "documents", page_for(access), [problem], read.fields)
    if not read.to_the_end:
        reply.headers["Connection"] = "close"
    return for_script(request, reply)


def page_for(access: UUID | None) -> str:
    """The page of one's own documents, or of those of a customer who trusts one with them."""
    return f"/account/trusting/{access}/documents" if access else PAGE


def way_back(access: UUID | None, sent: Sequence[UUID]) -> str:
    """That page, which says what became of these documents."""
    return f"{page_for(access)}?{urlencode({'sent': [str(each) for each in sent]}, doseq=True)}"


def id_in(told: str) -> UUID:
    """What a form names, such as the right by which a trusted person adds documents; NotFound for what can't be one."""
    try:
        return UUID(told)
    except ValueError:
        raise NotFound("document.gone") from None


class _Files:
    """The files of one form, each stored as it comes."""

    def __init__(self, house: House, open_files: AsyncExitStack, most_bytes: int) -> None:
        self._house, self._open_files, self._most = house, open_files, most_bytes
        self._incoming: dict[int, IncomingDocument] = {}
        self.are_too_many = False

    async def take(self, piece: Piece) -> None:
        """Take the next bytes; of a file that is one too many, none."""
        if not piece.name and not piece.data:  # an empty field (HTML, 4.10.22.4)
            return
        if piece.file not in self._incoming:
            self.are_too_many = len(self._incoming) == MOST_AT_ONCE
            if self.are_too_many:
                return
            file = await self._open_files.enter_async_context(self._house.documents.writing(new_id()))
            self._incoming[piece.file] = IncomingDocument(file, piece.name, most_bytes=self._most)
        await self._incoming[piece.file].take(piece.data)

    async def finish(self) -> list[Arrived]:
        """What has come."""
        return [await each.finish() for each in self._incoming.values()]

    def keep(self, file_ids: set[UUID]) -> None:
        """The rows of these files are written."""
        for each in self._incoming.values():
            if each.file.file_id in file_ids:
                each.file.keep()


async def _kept(house: House, person: Person, read: Read, files: _Files, *, access: UUID | None) -> list[UUID]:
    """The documents that these files are now, taken or not. Raises Invalid with what has to be mended."""
    if not read.to_the_end:
        raise Invalid("files", "document.too_much_at_once")
    if files.are_too_many:
        raise Invalid("files", "document.too_many_at_once")
    try:
        arrived = await files.finish()
    except Unavailable as trouble:
        raise Invalid("files", trouble.code) from None
    if not arrived:
        raise Invalid("files", "document.no_file")
    for _ in arrived:
        if not (await house.shared.hit(AN_HOUR, str(person.person_id))).allowed:
            raise Invalid("files", "document.too_often")
    category, tax_year = (read.fields.get(name, "") for name in ("category", "tax_year"))
    async with house.transaction(person) as session:
        owner_id = await reach.owner_for(session, person, access)
        await receiving.check_room(session, owner_id, number=len(arrived))
        for each in arrived:
            await receiving.receive(session, person, each, category=category, tax_year=tax_year, owner_id=owner_id)
        taken = {each.file_id for each in arrived if not each.refusal}
        # Before the commit, whose answer may get lost: a file without a row is cleared, a row needs its file.
        files.keep(taken)
    return [each.file_id for each in arrived]
