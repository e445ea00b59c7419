"""Files that come in parts: each part is sealed as it comes, and a file that broke off goes on where it was.

Each part is a chunk of the stored file itself (services/storage), so nothing is copied when the last one is here. What
is not finished within LASTS is deleted: its row by services/retention.py, its parts with the stray files.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from db.tables.documents import DocumentUpload
from db.types import new_id
from db.values.documents import DocumentKind, DocumentRefusal
from services.documents import receiving
from services.documents.names import tidy
from services.documents.receiving import Arrived
from services.errors import Invalid
from services.file_reader.kinds import kind_of
from services.house import DbSession, House
from services.sealing import open_sealed, seal
from services.storage import CHUNK_BYTES
from services.storage.room import MEGABYTE
from services.visitor import Person

LASTS = timedelta(days=1)
"""So long, a file that broke off can go on."""
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


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way, and how many of its parts are here. Of one that we don't take, no more need come."""

    id: UUID
    name: str
    size_bytes: int
    parts_received: int
    until: datetime
    is_refused: bool = False

    @property
    def bytes_received(self) -> int:
        """How much of it is here."""
        return min(self.size_bytes, self.parts_received * CHUNK_BYTES)


async def uploads(session: DbSession, person: Person, *, owner_id: UUID) -> list[Upload]:
    """What this person sends into these documents, and is not whole or not added yet, the oldest first.

    What we don't take is left out: to choose it again would not help.
    """
    rows = await _open(session, person, col(DocumentUpload.customer_id) == owner_id)
    return [seen for row in rows if not (seen := _seen(session.house, row)).is_refused]


async def known_again(session: DbSession, person: Person, offered: Offered, *, owner_id: UUID) -> Upload | None:
    """The same file into the same documents, if a part of it came before. None for one that is new."""
    same = (col(DocumentUpload.size_bytes) == _size(offered), col(DocumentUpload.customer_id) == owner_id)
    for row in await _open(session, person, *same):
        if _file(session.house, row) == {"name": tidy(offered.name), "head": offered.head}:
            return _seen(session.house, row)
    return None


async def begin(session: DbSession, person: Person, offered: Offered, *, owner_id: UUID) -> Upload:
    """Make ready for the parts of a new file. Invalid("files") without room.

    One that we don't take is whole at once: it is added with the others, and stands in the list with the reason.
    """
    house = session.house
    if not await house.documents.has_room():
        raise Invalid("files", "storage.full")
    await receiving.check_room(session, owner_id)
    for old in (await _open(session, person))[: 1 - MOST_OPEN]:
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
    return _seen(house, row)


async def finish(
    session: DbSession, person: Person, upload_ids: Sequence[UUID], *, category: str, tax_year: str, owner_id: UUID
) -> list[UUID]:
    """Make documents of files that are whole, taken or not. Invalid if one is not, or as `receive` says."""
    which = (col(DocumentUpload.id).in_(upload_ids), col(DocumentUpload.customer_id) == owner_id)
    rows = await _open(session, person, *which)
    if not rows or len(rows) != len(set(upload_ids)) or any(not _is_whole(row) for row in rows):
        raise Invalid("files", "document.not_whole")
    await receiving.check_room(session, owner_id, number=len(rows))
    for row in rows:
        arrived = Arrived(
            row.id,
            _file(session.house, row)["name"],
            row.size_bytes,
            None if _is_refused(row) else DocumentKind(row.kind),
            DocumentRefusal(row.kind) if _is_refused(row) else None,
        )
        await receiving.receive(session, person, arrived, category=category, tax_year=tax_year, owner_id=owner_id)
        await session.delete(row)
    return [row.id for row in rows]


def parts_of(size_bytes: int) -> int:
    """How many parts a file of this size has."""
    return -(-size_bytes // CHUNK_BYTES)


def is_under_way(session: DbSession, person: Person) -> tuple[ColumnElement[bool], ...]:
    """Sent by this person, in time, and with the key that seals now: a changed key has a file begin again."""
    house = session.house
    return (
        col(DocumentUpload.account_id) == person.person_id,
        col(DocumentUpload.expires_at) > house.clock.now(),
        col(DocumentUpload.key_name) == house.keyring.newest,
    )


def head_of(house: House, row: DocumentUpload) -> str:
    """The SHA-256 that the first part of this file has."""
    return _file(house, row)["head"]


def _size(offered: Offered) -> int:
    return min(offered.size_bytes, _MOST_SIZE)


def _refusal(house: House, offered: Offered) -> DocumentRefusal | None:
    if not offered.size_bytes:
        return DocumentRefusal.EMPTY
    if offered.size_bytes > house.settings.largest_document_mb * MEGABYTE:
        return DocumentRefusal.TOO_LARGE
    is_known = not offered.first_bytes or kind_of(offered.first_bytes)
    return None if is_known else receiving.refusal_of(offered.first_bytes)


async def _open(session: DbSession, person: Person, *which: ColumnElement[bool]) -> list[DocumentUpload]:
    query = select(DocumentUpload).where(*is_under_way(session, person), *which).order_by(col(DocumentUpload.id))
    return list(await session.exec(query.with_for_update()))


def _is_whole(row: DocumentUpload) -> bool:
    return row.parts_received == parts_of(row.size_bytes) and row.claimed_until is None


def _is_refused(row: DocumentUpload) -> bool:
    return row.kind in set(DocumentRefusal)


def _seen(house: House, row: DocumentUpload) -> Upload:
    name = _file(house, row)["name"]
    return Upload(row.id, name, row.size_bytes, row.parts_received, row.expires_at, is_refused=_is_refused(row))


def _file(house: House, row: DocumentUpload) -> dict[str, str]:
    place = {"table": "document_upload", "column": "file_sealed"}
    found: dict[str, str] = json.loads(open_sealed(house.keyring, row.file_sealed, row_id=row.id, **place))
    return found
