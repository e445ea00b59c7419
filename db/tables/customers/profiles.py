"""What customers tell of themselves, so that those who work for us find the right one: their name, and their state."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from db.types import instant, new_id


class CustomerProfile(SQLModel, table=True):
    """The name and the state of residence of a person; its id is that of their account. Both may be empty."""

    __tablename__ = "customer_profile"

    id: UUID = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    name_sealed: bytes | None = None
    residence: str | None = None
    changed_at: datetime = instant()


class NameWord(SQLModel, table=True):
    """One word of a name, as it is searched for: sealed, and found by a keyed hash."""

    __tablename__ = "name_word"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    word_sealed: bytes
    word_index: bytes = Field(index=True)
