"""Tax returns: sealed answers, whose they are, and the history of their changes."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Uuid
from sqlmodel import Field, SQLModel

from db.types import instant, new_id


def _return_key() -> Column[UUID]:
    """Checked at commit: the membership is written first, so that row-level security lets the return in."""
    key = ForeignKey("tax_return.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Column(Uuid(), key, index=True, nullable=False)


class TaxReturn(SQLModel, table=True):
    """One household's answers for one year. Results are computed from them, never stored."""

    __tablename__ = "tax_return"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    tax_year: int
    answers_sealed: bytes
    revision: int = 1
    created_at: datetime = instant()
    changed_at: datetime = instant()


class ReturnMember(SQLModel, table=True):
    """A person, or a guest by their session, whose return it is. A joint return has two."""

    __tablename__ = "return_member"
    __table_args__ = (CheckConstraint("num_nonnulls(account_id, session_id) = 1", name="one_member"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    return_id: UUID = Field(sa_column=_return_key())
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True, ondelete="CASCADE")
    session_id: UUID | None = Field(default=None, foreign_key="browser_session.id", index=True, ondelete="CASCADE")


class ReturnChange(SQLModel, table=True):
    """One committed change of an answer: the field, and its value before and after, sealed."""

    __tablename__ = "return_change"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    return_id: UUID = Field(foreign_key="tax_return.id", index=True, ondelete="CASCADE")
    revision: int
    change_sealed: bytes
    account_id: UUID | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    changed_at: datetime = instant()
