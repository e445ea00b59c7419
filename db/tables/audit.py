"""The audit trail: who did what to which row, and the seals that show that nobody changed it since.

The app may add to these tables, and can change nothing in them. No row leans on another table, so that what becomes of
a person breaks nothing here.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from db.types import instant, new_id


class AuditRecord(SQLModel, table=True):
    """One act, in ids and codes only: never a name, an address or an amount.

    `about_account_id` is the customer whose data it was. `as_role` and `reason` are codes: what the actor was there as,
    and why they were let in.
    """

    __tablename__ = "audit_record"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    at: datetime = instant(index=True)
    actor_kind: str
    actor_id: str
    act: str = Field(index=True)
    subject_table: str
    subject_id: UUID | None = None
    about_account_id: UUID | None = Field(default=None, index=True)
    as_role: str | None = None
    reason: str | None = None


class AuditSeal(SQLModel, table=True):
    """A batch of records and the seal before it, under one digest (SHA-256) that the house signed (Ed25519)."""

    __tablename__ = "audit_seal"

    number: int = Field(sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = instant()
    first_id: UUID
    last_id: UUID
    count: int
    digest: bytes
    key_name: str
    signature: bytes


class AuditSealed(SQLModel, table=True):
    """By which seal a record was sealed."""

    __tablename__ = "audit_sealed"

    record_id: UUID = Field(primary_key=True)
    seal_number: int = Field(sa_type=BigInteger, index=True)


class AuditCheck(SQLModel, table=True):
    """What somebody found who went through the whole chain. `wrong` is how many seals don't fit."""

    __tablename__ = "audit_check"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    at: datetime = instant(index=True)
    seals: int
    records: int
    wrong: int
    first_wrong: int | None = Field(default=None, sa_type=BigInteger)
    unsealed: int
