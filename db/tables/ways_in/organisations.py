"""Signing in at an organisation: which account belongs to whom there, and sign-ins that are under way."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from db.types import instant, new_id


class OrganisationLink(SQLModel, table=True):
    """An account that somebody opens by signing in at an organisation.

    Who they are there is sealed, and found by a keyed hash. Links that an earlier release made, and that nobody used
    since, have the hash only.
    """

    __tablename__ = "organisation_link"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    issuer: str
    subject_index: bytes = Field(unique=True)
    subject_sealed: bytes | None = None
    linked_at: datetime = instant()
    last_used_at: datetime = instant()


class OrganisationStep(SQLModel, table=True):
    """Where a browser is on its way through an organisation, kept for one return within ten minutes."""

    __tablename__ = "organisation_step"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    token_hash: bytes = Field(unique=True)
    stage: str
    content_sealed: bytes
    expires_at: datetime = instant(index=True)
