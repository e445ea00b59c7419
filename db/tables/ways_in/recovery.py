"""Getting back in to an account after every way in was lost: who asked, and what staff found."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from db.types import instant, new_id
from db.values.accounts import RecoveryState


class RecoveryRequest(SQLModel, table=True):
    """A message in which somebody asks for help to get in; its id is that of the message, which holds their words.

    It is written alike for addresses with and without an account: `email_index` is the keyed hash by which one would be
    found. `account_id` is set once staff have agreed. While `state` is waiting, and when the owner has stopped it,
    `token_hash` is of the link that stops it, and then of the link that sets a new password; `until` is the end
    of either.
    """

    __tablename__ = "recovery_request"

    id: UUID = Field(primary_key=True, foreign_key="feedback.id", ondelete="CASCADE")
    email_index: bytes = Field(index=True)
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True, ondelete="SET NULL")
    state: str = RecoveryState.OPEN
    token_hash: bytes | None = Field(default=None, unique=True)
    until: datetime | None = instant(default=None)


class RecoveryVerdict(SQLModel, table=True):
    """What one of us found: whether the account is theirs, and what was compared. Each of us says it once."""

    __tablename__ = "recovery_verdict"
    __table_args__ = (UniqueConstraint("request_id", "account_id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    request_id: UUID = Field(foreign_key="recovery_request.id", ondelete="CASCADE")
    account_id: UUID | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    agrees: bool
    compared_sealed: bytes
    given_at: datetime = instant()
