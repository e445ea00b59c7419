"""What people decided about their data."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from db.types import instant, new_id


class AccountDeletion(SQLModel, table=True):
    """Somebody wants their account deleted. Until `due_at` the link in our letter takes it back; then it is done.

    `token_hash` is of that link. While the row is there, nobody can sign in to the account.
    """

    __tablename__ = "account_deletion"

    account_id: UUID = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    asked_at: datetime = instant()
    due_at: datetime = instant(index=True)
    token_hash: bytes = Field(unique=True)


class LegalHold(SQLModel, table=True):
    """The law makes us keep an account: until `ended_at`, it is not deleted. The written reason is sealed."""

    __tablename__ = "legal_hold"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    reason_sealed: bytes
    placed_at: datetime = instant()
    ended_at: datetime | None = instant(default=None)


class Consent(SQLModel, table=True):
    """Somebody allowed one other use of what they tell for a return, from `given_at` to `ends_at` or `withdrawn_at`.

    `words_sealed` is all that they read, `signed_sealed` the name that they typed under it, `signed_on` the day that
    they wrote, `session_id` through which session. `recipient` is who would be told; empty where nobody outside is.
    """

    __tablename__ = "consent"
    __table_args__ = (CheckConstraint("ends_at > given_at", name="ends_later"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    session_id: UUID
    purpose: str
    recipient: str
    version: str
    words_sealed: bytes
    signed_sealed: bytes
    signed_on: date
    given_at: datetime = instant()
    ends_at: datetime = instant()
    withdrawn_at: datetime | None = instant(default=None)
