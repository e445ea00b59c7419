"""Partners: organisations that use the API, and the keys that let them in."""

from datetime import datetime
from uuid import UUID

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
