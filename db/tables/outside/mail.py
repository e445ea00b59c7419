"""Letters on their way out."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from db.types import instant, new_id


class OutgoingMail(SQLModel, table=True):
    """One letter to one person, sealed whole (RFC 5322). It waits until it was sent or refused for good.

    `to_index` is the keyed hash of the address that it goes to, as an account has it: by that, a person finds the
    letters that we wrote to them.
    """

    __tablename__ = "outgoing_mail"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    template: str
    message_sealed: bytes
    to_index: bytes | None = Field(default=None, index=True)
    posted_by_kind: str
    posted_by_id: str
    attempts: int = 0
    receipt: str | None = None
    created_at: datetime = instant(index=True)
    sent_at: datetime | None = instant(default=None)
    refused_at: datetime | None = instant(default=None)
