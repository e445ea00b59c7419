"""What we ask at the beginning: how to reach somebody, whether they need an interpreter, and what may help them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from db.types import instant, new_id


def _owner(column: str, *, unique: bool) -> UUID | None:
    """The account, or the session of a guest, whose row it is."""
    column_id = f"{column}.id"
    owner: UUID | None = Field(default=None, foreign_key=column_id, ondelete="CASCADE", unique=unique, index=not unique)
    return owner


def _one_owner() -> tuple[CheckConstraint]:
    return (CheckConstraint("num_nonnulls(account_id, session_id) = 1", name="one_owner"),)


class CommunicationProfile(SQLModel, table=True):
    """Sign language, and the person's own number for relayed or captioned calls: sealed, for whoever reaches them."""

    __tablename__ = "communication_profile"
    __table_args__ = _one_owner()

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID | None = _owner("account", unique=True)
    session_id: UUID | None = _owner("browser_session", unique=True)
    answers_sealed: bytes
    changed_at: datetime = instant()


class InterpreterStep(SQLModel, table=True):
    """One step on the way to an interpreter (`status` of db.values.InterpreterStatus). The latest counts.

    `decided_by` is the coordinator who took it; empty when the person did.
    """

    __tablename__ = "interpreter_step"
    __table_args__ = _one_owner()

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID | None = _owner("account", unique=False)
    session_id: UUID | None = _owner("browser_session", unique=False)
    status: str
    taken_at: datetime = instant()
    decided_by: UUID | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")


class NeedsAssessment(SQLModel, table=True):
    """Hearing aids, programs and costs that a person told us of: health data, sealed, and for nobody but them."""

    __tablename__ = "needs_assessment"
    __table_args__ = _one_owner()

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID | None = _owner("account", unique=True)
    session_id: UUID | None = _owner("browser_session", unique=True)
    answers_sealed: bytes
    changed_at: datetime = instant()
