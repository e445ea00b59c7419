"""The audit trail: who did what to which row. The app may add to it and can neither read nor change it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from db.types import instant, new_id


class AuditRecord(SQLModel, table=True):
    """One act, in ids and codes only: never a name, an address or an amount."""

    __tablename__ = "audit_record"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    at: datetime = instant(index=True)
    actor_kind: str
    actor_id: str
    act: str = Field(index=True)
    subject_table: str
    subject_id: UUID | None = None
