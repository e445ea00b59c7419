"""Taking a document in. What we don't take is written down too, with the reason, so that the person can read it."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func
from sqlmodel import select

from db.tables.documents import Document
from db.values.documents import DocumentCategory, DocumentKind, DocumentRefusal, DocumentStatus
from services import audit
from services.documents.names import sealed_name, tidy
from services.errors import Invalid
from services.file_reader.kinds import HEAD_BYTES, is_heic, kind_of
from services.house import DbSession
from services.jobs import enqueue
from services.jobs.check_document import check_document
from services.storage import Writing
from services.visitor import Person

EARLIEST_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that has come in: what it is called, and its kind; or why we don't take it."""

    file_id: UUID
    name: str
    size_bytes: int
    kind: DocumentKind | None
    refusal: DocumentRefusal | None = None


class IncomingDocument:
    """Takes what the browser sends, and stores it only while it is of a kind that we take and not too large."""

    def __init__(self, file: Writing, name: str, *, most_bytes: int) -> None:
        self.file = file
        self._name = name
        self._most = most_bytes
        self._head = b""
        self._kind: DocumentKind | None = None
        self._size = 0

    async def take(self, data: bytes) -> None:
        """Look at the next bytes, and store them."""
        self._size += len(data)
        if len(self._head) < HEAD_BYTES:
            data = self._head + data
            self._head = data
            if len(data) < HEAD_BYTES:
                return
            self._kind = kind_of(data)
        if self._kind and self._size <= self._most:
            await self.file.write(data)

    async def finish(self) -> Arrived:
        """What came; it is stored whole now if we take it."""
        refusal = self._refusal()
        if refusal is None:
            await self.file.finish()
        return Arrived(self.file.file_id, self._name, self._size, self._kind, refusal)

    def _refusal(self) -> DocumentRefusal | None:
        if not self._size:
            return DocumentRefusal.EMPTY
        if self._size > self._most:
            return DocumentRefusal.TOO_LARGE
        return None if self._kind else refusal_of(self._head)


def refusal_of(head: bytes) -> DocumentRefusal:
    """Why a file is not taken that begins so, and is of no kind that we take."""
    return DocumentRefusal.HEIC if is_heic(head) else DocumentRefusal.KIND


async def check_room(session: DbSession, owner_id: UUID, *, number: int = 1) -> None:
    """Invalid("files") unless this account may have so many more documents. Others wait until this transaction ends."""
    await session.one_at_a_time(f"documents {owner_id}")
    query = select(func.count()).select_from(Document).where(Document.account_id == owner_id)
    if (await session.exec(query)).one() + number > session.house.settings.most_documents:
        raise Invalid("files", "document.too_many")


async def receive(
    session: DbSession, person: Person, arrived: Arrived, *, category: str, tax_year: str, owner_id: UUID | None = None
) -> UUID:
    """Write a document down and have it checked. Invalid for a category or a year that is none.

    An empty `tax_year` is for what belongs to none. The bytes are the file `arrived.file_id`. `owner_id` is the
    customer for whom a trusted person adds it.
    """
    owner_id = owner_id or person.person_id
    document = _document(session, arrived, owner_id, year_of(session, tax_year), category_of(category))
    document.sent_by = None if owner_id == person.person_id else person.person_id
    session.add(document)
    await session.flush()
    audit.record(
        session,
        person,
        "document.not_taken" if arrived.refusal else "document.received",
        subject_table="document",
        subject_id=document.id,
        about=owner_id,
        reason="trusted" if document.sent_by else None,
    )
    if not arrived.refusal:
        await enqueue(session, check_document, document_id=str(document.id))
    return document.id


def _document(
    session: DbSession, arrived: Arrived, owner_id: UUID, tax_year: int | None, category: DocumentCategory
) -> Document:
    return Document(
        id=arrived.file_id,
        account_id=owner_id,
        tax_year=tax_year,
        category=category,
        name_sealed=sealed_name(session.house, tidy(arrived.name) or "document", arrived.file_id),
        kind=arrived.kind or "",
        size_bytes=arrived.size_bytes,
        status=DocumentStatus.REFUSED if arrived.refusal else DocumentStatus.WAITING,
        refusal=arrived.refusal or "",
        arrived_at=session.house.clock.now(),
    )


def category_of(value: str) -> DocumentCategory:
    """The category that a form names; Invalid("category") for none."""
    if value not in set(DocumentCategory):
        raise Invalid("category", "choice.unknown")
    return DocumentCategory(value)


def year_of(session: DbSession, value: str) -> int | None:
    """The tax year that a form names; None for none. Invalid("tax_year") for what is no year that people file for."""
    if not value:
        return None
    if not value.isascii() or not value.isdigit() or not EARLIEST_YEAR <= int(value) <= session.house.clock.now().year:
        raise Invalid("tax_year", "document.no_such_year")
    return int(value)
