"""A document in parts: what it is, then part after part, each checked. api/forms/documents/in_parts.py adds it."""

import base64
import hashlib
from hmac import compare_digest
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request
from pydantic import BaseModel, Field, StringConstraints

from api.body_within import body_within
from api.problems import ProblemRoute
from services import policy
from services.documents import parts, reach, uploading
from services.documents.uploading import Offered
from services.errors import Invalid, NotFound
from services.file_reader.kinds import HEAD_BYTES
from services.storage import CHUNK_BYTES
from services.visitor import Person
from ui.documents.pace import AN_HOUR
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=ProblemRoute, include_in_schema=False)
PATH = "/api/documents/uploads"
LARGEST_BYTES = 16_000
"""Of what is said about a file: its name has at most 1,000 characters, each of 12 bytes at most in JSON."""
LONGEST_SECONDS = 120.0
"""So long, one part may take: a megabyte at 70 kbit/s."""


class File(BaseModel):
    """A file as the browser knows it; `head` is the SHA-256 of its first part, in hex, `first` its first bytes.

    `access` is by which a trusted person adds it for a customer.
    """

    name: Annotated[str, StringConstraints(max_length=1000)]
    size: Annotated[int, Field(ge=0)]
    head: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
    first: Annotated[str, StringConstraints(pattern=f"^([0-9a-f]{{2}}){{0,{HEAD_BYTES}}}$")] = ""
    access: UUID | None = None


class Standing(BaseModel):
    """How far a file is: `received` parts are here, and each has `part_bytes`. Once `is_whole`, no more need come."""

    id: UUID
    part_bytes: int = CHUNK_BYTES
    received: int
    is_whole: bool = False


async def _who_may(visit: AnyVisit) -> Person:
    """Asked as a dependency, so that a stranger hears that first, whatever they send."""
    policy.documents.CHANGE.require(visit.visitor)
    return visit.person


async def _whose_upload_it_is(house: HouseDep, visit: AnyVisit, upload_id: UUID) -> Person:
    """Asked before the part is read. To a stranger, the upload of somebody else looks like one that was made up."""
    if not isinstance(visit.visitor, Person):
        raise NotFound("document.gone")
    policy.documents.CHANGE.require(visit.visitor)
    await parts.require_upload(house, visit.visitor, upload_id)
    return visit.visitor


@router.post(PATH, max_body_size=LARGEST_BYTES)
async def begin(house: HouseDep, person: Annotated[Person, Depends(_who_may)], file: File) -> Standing:
    """Begin, or go on with the same file where it was."""
    offered = Offered(file.name, file.size, file.head, bytes.fromhex(file.first))
    async with house.transaction(person) as session:
        owner_id = await reach.owner_for(session, person, file.access)
        known = await uploading.known_again(session, person, offered, owner_id=owner_id)
    if known is None:
        if not (await house.shared.hit(AN_HOUR, str(person.person_id))).allowed:
            raise Invalid("files", "document.too_often")
        async with house.transaction(person) as session:
            known = await uploading.begin(session, person, offered, owner_id=owner_id)
    is_whole = known.bytes_received == known.size_bytes
    return Standing(id=known.id, received=known.parts_received, is_whole=is_whole)


@router.put(PATH + "/{upload_id}/{number}")
async def put_part(
    request: Request,
    upload_id: UUID,
    number: int,
    house: HouseDep,
    person: Annotated[Person, Depends(_whose_upload_it_is)],
    *,
    content_digest: Annotated[str, Header()] = "",
) -> Standing:
    """Store the next part, if it is what was sent (RFC 9530)."""
    data = await body_within(
        request, most_bytes=CHUNK_BYTES, seconds=LONGEST_SECONDS, too_large="document.part_too_large"
    )
    if not compare_digest(content_digest.encode(), _digest(data).encode()):
        raise Invalid("files", "document.bad_part")
    received = await parts.take_part(house, person, upload_id, number, data)
    return Standing(id=upload_id, received=received)


def _digest(data: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(data).digest()).decode()}:"
