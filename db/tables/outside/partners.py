"""Partners: organisations that use the API, and the keys that let them in."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from db.types import instant, new_id


class PartnerKey(SQLModel, table=True):
    """One key of a partner. The prefix names it to people; of the secret after it only the hash is kept."""

    __tablename__ = "partner_key"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    partner: str
    prefix: str = Field(unique=True)
    secret_hash: bytes
    requests_per_minute: int | None = None
    created_at: datetime = instant()
    revoked_at: datetime | None = instant(default=None)


class PartnerClient(SQLModel, table=True):
    """Somebody whom a partner registered: the partner's, until the person takes it over or `expires_at` comes.

    `partner` is the name on its keys, so that it outlives a change of key. `token_hash` is of the link in the letter to
    the person. `needs_sealed` is empty until the partner sent a needs assessment.
    """

    __tablename__ = "partner_client"
    __table_args__ = (UniqueConstraint("partner", "email_index"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    partner: str
    email_index: bytes = Field(index=True)
    registration_sealed: bytes
    needs_sealed: bytes | None = None
    token_hash: bytes = Field(unique=True)
    created_at: datetime = instant()
    expires_at: datetime = instant(index=True)
