"""Files that come in parts: one is offered, its parts come (`parts`), and when it is whole it becomes a document.

Each part is sealed as it comes, and is a chunk of the stored file itself (services/storage): nothing is copied when the
last one is here. A file that broke off goes on where it was.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col

from db.tables.documents import DocumentUpload
from db.types import new_id
from db.values.documents import DocumentKind, DocumentRefusal
from services.documents import receiving
from services.documents.names import tidy
from services.documents.on_their_way import LASTS, Upload, file_of, is_refused, open_rows, parts_of, seen
from services.documents.receiving import Arrived
from services.errors import Invalid
from services.file_reader.kinds import kind_of
from services.house import DbSession, House
from services.sealing import seal
from services.storage.room import MEGABYTE
from services.visitor import Person

MOST_OPEN = 20
"""So many files of one person can be on their way. The next one takes the place of the oldest."""
_MOST_SIZE = 2**31 - 1
"""The largest size that its column holds, in bytes; a file so large is not taken anyway."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A file as the browser knows it: its name, its size in bytes, and the SHA-256 of its first part in hex.

    Its first bytes tell before it is sent whether we take it; what really comes is looked at again.
    """

    name: str
    size_bytes: int
    head: str
    first_bytes: bytes = b""


async def known_again(session: DbSession, person: Person, offered: Offered, *, owner_id: UUID) -> Upload | None:
    """The same file into the same documents, if a part of it came before. None for one that is new."""
    same = (col(DocumentUpload.size_bytes) == _size(offered), col(DocumentUpload.customer_id) == owner_id)
    for row in await open_rows(session, person, *same):
        if file_of(session.house, row) == {"name": tidy(offered.name), "head": offered.head}:
            return seen(session.house, row)
    return None


async def begin(session: DbSession, person: Person, offered: Offered, *, owner_id: UUID) -> Upload:
    """Make ready for the parts of a new file. Invalid("files") without room.

    One that we don't take is whole at once: it is added with the others, and stands in the list with the reason.
    """
    house = session.house
    if not await house.documents.has_room():
        raise Invalid("files", "storage.full")
    await receiving.check_room(session, owner_id)
    for old in (await open_rows(session, person))[: 1 - MOST_OPEN]:
        await session.delete(old)
    upload_id = new_id()
    refusal = _refusal(house, offered)
    words = json.dumps({"name": tidy(offered.name), "head": offered.head})
    row = DocumentUpload(
        id=upload_id,
        account_id=person.person_id,
        customer_id=owner_id,
        file_sealed=seal(house.keyring, words, table="document_upload", column="file_sealed", row_id=upload_id),
        size_bytes=_size(offered),
        kind=refusal or "",
        parts_received=parts_of(_size(offered)) if refusal else 0,
        key_name=house.keyring.newest,
        expires_at=house.clock.now() + LASTS,
    )
    session.add(row)
    await session.flush()
    return seen(house, row)


async def finish(
    session: DbSession, person: Person, upload_ids: Sequence[UUID], *, category: str, tax_year: str, owner_id: UUID
) -> list[UUID]:
    """Make documents of files that are whole, taken or not. Invalid if one is not, or as `receive` says."""
    which = (col(DocumentUpload.id).in_(upload_ids), col(DocumentUpload.customer_id) == owner_id)
    rows = await open_rows(session, person, *which)
    if not rows or len(rows) != len(set(upload_ids)) or any(not _is_whole(row) for row in rows):
        raise Invalid("files", "document.not_whole")
    await receiving.check_room(session, owner_id, number=len(rows))
    for row in rows:
        arrived = Arrived(
            row.id,
            file_of(session.house, row)["name"],
            row.size_bytes,
            None if is_refused(row) else DocumentKind(row.kind),
            DocumentRefusal(row.kind) if is_refused(row) else None,
        )
        await receiving.receive(session, person, arrived, category=category, tax_year=tax_year, owner_id=owner_id)
        await session.delete(row)
    return [row.id for row in rows]


def _size(offered: Offered) -> int:
    return min(offered.size_bytes, _MOST_SIZE)


def _refusal(house: House, offered: Offered) -> DocumentRefusal | None:
    if not offered.size_bytes:
        return DocumentRefusal.EMPTY
    if offered.size_bytes > house.settings.largest_document_mb * MEGABYTE:
        return DocumentRefusal.TOO_LARGE
    is_known = not offered.first_bytes or kind_of(offered.first_bytes)
    return None if is_known else receiving.refusal_of(offered.first_bytes)


def _is_whole(row: DocumentUpload) -> bool:
    return row.parts_received == parts_of(row.size_bytes) and row.claimed_until is None
