"""Codes by which a customer checks that somebody is one of us."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from db.types import instant, new_id


class GenuineCode(SQLModel, table=True):
    """The latest code of one who works for us and sees a customer; it is good until `expires_at`."""

    __tablename__ = "genuine_code"
    __table_args__ = (Index("ix_genuine_code_pair", "customer_id", "staff_id", unique=True),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    customer_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE")
    staff_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    code_sealed: bytes
    expires_at: datetime = instant(index=True)
