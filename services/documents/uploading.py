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
from services.house import DbSession, House
from services.sealing import open_sealed, seal
from services.storage import CHUNK_BYTES
from services.storage.room import MEGABYTE
from services.visitor import Person

LASTS = timedelta(days=1)
"""So long, a file that broke off can go on."""
MOST_OPEN = 20
"""So many files of one person can be on their way. The next one takes the place of the oldest."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A file as the browser knows it: its name, its size in bytes, and the SHA-256 of its first part in hex."""

    name: str
    size_bytes: int
    head: str


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way, and how many of its parts are here."""

    id: UUID
    name: str
    size_bytes: int
    parts_received: int
    until: datetime

    @property
    def bytes_received(self) -> int:
        """How much of it is here."""
        return min(self.size_bytes, self.parts_received * CHUNK_BYTES)


async def uploads(session: DbSession, person: Person, *, owner_id: UUID) -> list[Upload]:
    """What this person sends into these documents, and is not whole or not added yet, the oldest first."""
    return [
        _seen(session.house, row) for row in await _open(session, person, col(DocumentUpload.customer_id) == owner_id)
    ]


async def known_again(session: DbSession, person: Person, offered: Offered, *, owner_id: UUID) -> Upload | None:
    """The same file into the same documents, if a part of it came before. None for one that is new."""
    same = (col(DocumentUpload.size_bytes) == offered.size_bytes, col(DocumentUpload.customer_id) == owner_id)
    for row in await _open(session, person, *same):
        if _file(session.house, row) == {"name": tidy(offered.name), "head": offered.head}:
            return _seen(session.house, row)
    return None


async def begin(session: DbSession, person: Person, offered: Offered, *, owner_id: UUID) -> Upload:
    """Make ready for the parts of a new file. Invalid("files") for one that is empty or too large, or without room."""
    house = session.house
    if not await house.documents.has_room():
        raise Invalid("files", "storage.full")
    if not 0 < offered.size_bytes <= house.settings.largest_document_mb * MEGABYTE:
        raise Invalid("files", "document.refusal.too_large" if offered.size_bytes else "document.refusal.empty")
    await receiving.check_room(session, owner_id)
    for old in (await _open(session, person))[: 1 - MOST_OPEN]:
        await session.delete(old)
    upload_id = new_id()
    words = json.dumps({"name": tidy(offered.name), "head": offered.head})
    row = DocumentUpload(
        id=upload_id,
        account_id=person.person_id,
        customer_id=owner_id,
        file_sealed=seal(house.keyring, words, table="document_upload", column="file_sealed", row_id=upload_id),
        size_bytes=offered.size_bytes,
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
            DocumentKind(row.kind) if _is_taken(row) else None,
            None if _is_taken(row) else DocumentRefusal(row.kind),
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


async def _open(session: DbSession, person: Person, *which: ColumnElement[bool]) -> list[DocumentUpload]:
    query = select(DocumentUpload).where(*is_under_way(session, person), *which).order_by(col(DocumentUpload.id))
    return list(await session.exec(query.with_for_update()))


def _is_whole(row: DocumentUpload) -> bool:
    return row.parts_received == parts_of(row.size_bytes) and row.claimed_until is None


def _is_taken(row: DocumentUpload) -> bool:
    return row.kind in set(DocumentKind)


def _seen(house: House, row: DocumentUpload) -> Upload:
    return Upload(row.id, _file(house, row)["name"], row.size_bytes, row.parts_received, row.expires_at)


def _file(house: House, row: DocumentUpload) -> dict[str, str]:
    place = {"table": "document_upload", "column": "file_sealed"}
    found: dict[str, str] = json.loads(open_sealed(house.keyring, row.file_sealed, row_id=row.id, **place))
    return found
