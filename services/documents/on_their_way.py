"""Files on their way: whose they are, how much of each is here, and how long they can go on.

What is not finished within LASTS is deleted: its row by services/retention.py, its parts with the stray files.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from db.tables.documents import DocumentUpload
from db.values.documents import DocumentRefusal
from services.errors import NotFound
from services.house import DbSession, House
from services.sealing import open_sealed
from services.storage import CHUNK_BYTES
from services.visitor import Person

LASTS = timedelta(days=1)
"""So long, a file that broke off can go on."""


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
    rows = await open_rows(session, person, col(DocumentUpload.customer_id) == owner_id)
    return [seen(session.house, row) for row in rows if not is_refused(row)]


async def open_rows(session: DbSession, person: Person, *which: ColumnElement[bool]) -> list[DocumentUpload]:
    """The rows of what this person sends, the oldest first; nobody else changes them until this transaction ends."""
    query = select(DocumentUpload).where(*is_under_way(session, person), *which).order_by(col(DocumentUpload.id))
    return list(await session.exec(query.with_for_update()))


async def give_up(session: DbSession, person: Person, *, upload_id: UUID) -> UUID:
    """Forget a file that this person began to send. NotFound for what is added by now, and for whoever else asks.

    Its parts go with the stray files.
    """
    rows = await open_rows(session, person, col(DocumentUpload.id) == upload_id)
    if not rows:
        raise NotFound("document.gone")
    await session.delete(rows[0])
    return upload_id


def is_under_way(session: DbSession, person: Person) -> tuple[ColumnElement[bool], ...]:
    """Sent by this person, in time, and with the key that seals now: a changed key has a file begin again."""
    house = session.house
    return (
        col(DocumentUpload.account_id) == person.person_id,
        col(DocumentUpload.expires_at) > house.clock.now(),
        col(DocumentUpload.key_name) == house.keyring.newest,
    )


def seen(house: House, row: DocumentUpload) -> Upload:
    """A row, opened."""
    name = file_of(house, row)["name"]
    return Upload(row.id, name, row.size_bytes, row.parts_received, row.expires_at, is_refused=is_refused(row))


def is_refused(row: DocumentUpload) -> bool:
    """Whether it is of a file that we don't take; then `kind` says why."""
    return row.kind in set(DocumentRefusal)


def parts_of(size_bytes: int) -> int:
    """How many parts a file of this size has."""
    return -(-size_bytes // CHUNK_BYTES)


def file_of(house: House, row: DocumentUpload) -> dict[str, str]:
    """What the browser told of it: its `name`, and the SHA-256 of its first part as `head`."""
    place = {"table": "document_upload", "column": "file_sealed"}
    found: dict[str, str] = json.loads(open_sealed(house.keyring, row.file_sealed, row_id=row.id, **place))
    return found
