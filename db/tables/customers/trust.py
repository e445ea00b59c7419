"""Trusted persons: whom a customer has invited from outside, to see or do what, and until when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from db.types import instant, new_id


class TrustedAccess(SQLModel, table=True):
    """What one trusted person may see or do for the customer whose account it is (`rights` of db.values.trust.Right).

    It is an invitation until `accepted_at`: `token_hash` is of the link in its letter, and `invited_index` finds the
    account that may accept it. From then on `trusted_id` is that account. `signed_sealed` is the name by which the
    customer signed. It is never made longer; `ended_at` is set once, and
    `ended_by` says by whom (db.values.trust.TrustEnd).
    """

    __tablename__ = "trusted_access"
    __table_args__ = (
        CheckConstraint("(accepted_at is null) = (trusted_id is null)", name="accepted_by_somebody"),
        CheckConstraint("trusted_id <> account_id", name="somebody_else"),
        CheckConstraint("expires_at <= invited_at + interval '90 days'", name="at_most_90_days"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    trusted_id: UUID | None = Field(default=None, foreign_key="account.id", index=True, ondelete="CASCADE")
    helper: str
    rights: list[str] = Field(sa_type=ARRAY(String))
    invited_sealed: bytes
    invited_index: bytes
    signed_sealed: bytes
    token_hash: bytes | None = Field(default=None, unique=True)
    invited_at: datetime = instant()
    accepted_at: datetime | None = instant(default=None)
    expires_at: datetime = instant(index=True)
    last_used_at: datetime | None = instant(default=None)
    ended_at: datetime | None = instant(default=None)
    ended_by: str | None = None
