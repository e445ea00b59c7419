"""Who works for us as what, whom they are assigned to, and when somebody looked without being assigned."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from db.types import instant, new_id

_NOT_ENDED = text("ended_at is null")


def _somebody() -> UUID | None:
    """Who did it. Empty for the command line, and when their account is gone."""
    return Field(default=None, foreign_key="account.id", ondelete="SET NULL")  # type: ignore[no-any-return]


class StaffMember(SQLModel, table=True):
    """The name under which customers and colleagues know somebody who works for us; its id is that of their account."""

    __tablename__ = "staff_member"

    id: UUID = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    name_sealed: bytes


class RoleGrant(SQLModel, table=True):
    """A role that somebody holds until `ended_at`. It is confirmed by the grant itself, and then by each review."""

    __tablename__ = "role_grant"
    __table_args__ = (Index("ix_role_grant_held", "account_id", "role", unique=True, postgresql_where=_NOT_ENDED),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE")
    role: str
    granted_at: datetime = instant()
    granted_by: UUID | None = _somebody()
    last_used_at: datetime | None = instant(default=None)
    confirmed_at: datetime = instant()
    confirmed_by: UUID | None = _somebody()
    ended_at: datetime | None = instant(default=None)
    ended_by: UUID | None = _somebody()


class Assignment(SQLModel, table=True):
    """Somebody who works for us is there for a customer, as what `role` says, until `ended_at`."""

    __tablename__ = "assignment"
    __table_args__ = (
        Index("ix_assignment_open", "customer_id", "staff_id", "role", unique=True, postgresql_where=_NOT_ENDED),
        Index("ix_assignment_staff_id", "staff_id", postgresql_where=_NOT_ENDED),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    customer_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE")
    staff_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE")
    role: str
    begun_at: datetime = instant()
    begun_by: UUID | None = _somebody()
    ended_at: datetime | None = instant(default=None)
    ended_by: UUID | None = _somebody()


class EmergencyAccess(SQLModel, table=True):
    """Somebody who works for us sees a customer for an hour without being assigned, for a reason that they wrote."""

    __tablename__ = "emergency_access"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    customer_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    staff_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    reason_sealed: bytes
    begun_at: datetime = instant()
    expires_at: datetime = instant()
    reviewed_at: datetime | None = instant(default=None)
    reviewed_by: UUID | None = _somebody()
