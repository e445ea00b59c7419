"""The documents of customers, files that are on their way, and the pictures of pages."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from db.types import instant, new_id
from db.values.documents import DocumentStatus


class Document(SQLModel, table=True):
    """One document. Its bytes are the sealed file of the same id; what it is called is sealed.

    `kind` is empty for what is no document at all. `refusal` is why it was not taken: then there is no file. For a
    while after `removed_at` it can be taken back. `sent_by` is the trusted person who sent it, if it was not its owner.
    """

    __tablename__ = "document"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    sent_by: UUID | None = Field(default=None, foreign_key="account.id", index=True, ondelete="SET NULL")
    tax_year: int | None = None
    category: str
    name_sealed: bytes
    kind: str = ""
    size_bytes: int
    status: str = DocumentStatus.WAITING
    refusal: str = ""
    arrived_at: datetime = instant()
    removed_at: datetime | None = instant(default=None, index=True)


class DocumentUpload(SQLModel, table=True):
    """A file that comes in parts, of which not all are here. Each part is a sealed chunk of the file of the same id.

    `account_id` sends it, into the documents of `customer_id`. `file_sealed` holds its name and the SHA-256 of its
    first part: by both and its size it is known again. `kind` is what it is, or why we don't take
    it, once its first part is here. All parts are sealed with the key `key_name`. While one is being
    stored, `claimed_until` keeps others away.
    """

    __tablename__ = "document_upload"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    customer_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    file_sealed: bytes
    size_bytes: int
    kind: str = ""
    key_name: str
    parts_received: int = 0
    claimed_until: datetime | None = instant(default=None)
    expires_at: datetime = instant(index=True)


class DocumentPage(SQLModel, table=True):
    """One page of a document, drawn by us. The picture is the sealed file of the same id; the text in it is sealed."""

    __tablename__ = "document_page"
    __table_args__ = (UniqueConstraint("document_id", "number"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    document_id: UUID = Field(foreign_key="document.id", ondelete="CASCADE")
    number: int
    width: int
    height: int
    size_bytes: int
    text_sealed: bytes | None = None
