"""Tax returns: sealed answers, whose they are, and the history of their changes."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Uuid
from sqlmodel import Field, SQLModel

from db.types import instant, new_id


def _return_key() -> Column[UUID]:
    """Checked at commit: the membership is written first, so that row-level security lets the return in."""
    key = ForeignKey("tax_return.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Column(Uuid(), key, index=True, nullable=False)


class TaxReturn(SQLModel, table=True):
    """One household's answers for one year. Results are computed from them, never stored.

    `finished_at` is when its result became certain; empty while an answer could still change it. For a while after
    `removed_at` it can be put back; only its members see it then.
    """

    __tablename__ = "tax_return"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    tax_year: int = Field(index=True)
    answers_sealed: bytes
    revision: int = 1
    created_at: datetime = instant()
    changed_at: datetime = instant()
    finished_at: datetime | None = instant(default=None)
    removed_at: datetime | None = instant(default=None, index=True)


class ReturnMember(SQLModel, table=True):
    """A person, or a guest by their session, whose return it is. A joint return has two.

    `is_spouse` is who of the two is named second on the form. Answers are stored as the other one says them.
    """

    __tablename__ = "return_member"
    __table_args__ = (CheckConstraint("num_nonnulls(account_id, session_id) = 1", name="one_member"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    return_id: UUID = Field(sa_column=_return_key())
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True, ondelete="CASCADE")
    session_id: UUID | None = Field(default=None, foreign_key="browser_session.id", index=True, ondelete="CASCADE")
    is_spouse: bool = Field(default=False, sa_column_kwargs={"server_default": "false"})


class ReturnChange(SQLModel, table=True):
    """One committed change of an answer: the field, and its value before and after, sealed."""

    __tablename__ = "return_change"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    return_id: UUID = Field(foreign_key="tax_return.id", index=True, ondelete="CASCADE")
    revision: int
    change_sealed: bytes
    account_id: UUID | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    changed_at: datetime = instant()


class JointInvitation(SQLModel, table=True):
    """A member of a joint return invites the other person, whose account is found by `invited_index`.

    `token_hash` is of the link in the letter; it is empty once that was answered or taken back. `signed_sealed` is the
    name by which the member signed.
    """

    __tablename__ = "joint_invitation"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    return_id: UUID = Field(foreign_key="tax_return.id", index=True, ondelete="CASCADE")
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    invited_sealed: bytes
    invited_index: bytes
    signed_sealed: bytes
    token_hash: bytes | None = Field(default=None, unique=True)
    invited_at: datetime = instant()
    expires_at: datetime = instant(index=True)


class FiledReturn(SQLModel, table=True):
    """A return as it was filed: answers, lines and reason, sealed. A row is never changed; the next one amends it.

    `law` is the edition of the law by which it was computed, `revision` the one of the answers.
    """

    __tablename__ = "filed_return"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    return_id: UUID = Field(foreign_key="tax_return.id", index=True, ondelete="CASCADE")
    account_id: UUID | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    revision: int
    law: str
    filed_on: date
    marked_at: datetime = instant()
    snapshot_sealed: bytes
