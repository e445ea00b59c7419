"""What a person sees of their documents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from db.tables.documents import Document, DocumentPage
from db.values.documents import DocumentCategory, DocumentKind, DocumentRefusal, DocumentStatus
from services.documents import reach
from services.documents.names import opened_name
from services.documents.reach import documents_of
from services.errors import NotFound
from services.house import DbSession, House
from services.sealing import open_sealed
from services.trust.helping import Helping
from services.trust.keeping import addresses_of_trusted
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """One document. `kind` is None for what is no document, `refusal` is why it was not taken.

    `customer` is whose it is when somebody looks at it whom they trust; `sender` is the address of who sent it for the
    owner who looks, empty for what they sent themselves.
    """

    id: UUID
    name: str
    category: DocumentCategory
    tax_year: int | None
    kind: DocumentKind | None
    size_bytes: int
    status: DocumentStatus
    refusal: DocumentRefusal | None
    arrived_at: datetime
    removed_at: datetime | None
    customer: Helping | None = None
    sender: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One page as it is looked at: its picture, by its id and its size in pixels, and the text that is in it."""

    id: UUID
    number: int
    width: int
    height: int
    size_bytes: int
    text: str


def news_of(account_id: UUID) -> str:
    """The channel on which it is told that a document of this account has changed."""
    return f"documents {account_id}"


async def documents(session: DbSession, person: Person) -> list[OwnDocument]:
    """All of them, removed ones too, the newest first."""
    return await opened_for_owner(session, person, await documents_of(session, person))


async def documents_of_customer(
    session: DbSession, person: Person, *, access_id: UUID
) -> tuple[list[OwnDocument], Helping]:
    """What a customer lets this person see, and who that is. NotFound without that right, and when it is over."""
    rows, customer = await reach.documents_of_customer(session, person, access_id)
    return [seen(session.house, row) for row in rows], customer


async def still_shown(session: DbSession, person: Person, *, access_id: UUID) -> list[OwnDocument]:
    """The same for a page that is open: nothing more is recorded. Empty when it is over."""
    try:
        rows, _ = await reach.documents_of_customer(session, person, access_id, is_recorded=False)
    except NotFound:
        return []
    return [seen(session.house, row) for row in rows]


async def document_at(
    session: DbSession, person: Person, *, document_id: UUID, act: str = ""
) -> tuple[OwnDocument, list[Paper]]:
    """One document and its pages in order, of their own or of who trusts them: then `act` is recorded. NotFound."""
    row, customer = await reach.document_to_see(session, person, document_id, act=act)
    query = select(DocumentPage).where(DocumentPage.document_id == row.id).order_by(col(DocumentPage.number))
    papers = [_paper(session.house, page) for page in await session.exec(query)]
    if customer:
        return replace(seen(session.house, row), customer=customer), papers
    [own] = await opened_for_owner(session, person, [row])
    return own, papers


async def opened_for_owner(session: DbSession, person: Person, own: Sequence[Document]) -> list[OwnDocument]:
    """Rows of the person's own, opened, with who sent each."""
    senders = await addresses_of_trusted(session, person) if any(row.sent_by for row in own) else {}
    return [
        replace(seen(session.house, row), sender=senders.get(row.sent_by, "") if row.sent_by else "") for row in own
    ]


def seen(house: House, row: Document) -> OwnDocument:
    """A row, opened."""
    return OwnDocument(
        row.id,
        opened_name(house, row.name_sealed, row.id),
        DocumentCategory(row.category),
        row.tax_year,
        DocumentKind(row.kind) if row.kind else None,
        row.size_bytes,
        DocumentStatus(row.status),
        DocumentRefusal(row.refusal) if row.refusal else None,
        row.arrived_at,
        row.removed_at,
    )


def _paper(house: House, row: DocumentPage) -> Paper:
    place = {"table": "document_page", "column": "text_sealed"}
    text = open_sealed(house.keyring, row.text_sealed, row_id=row.id, **place).decode() if row.text_sealed else ""
    return Paper(row.id, row.number, row.width, row.height, row.size_bytes, text)
