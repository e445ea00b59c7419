"""Links in letters: who has asked for one, and what it is good for."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from db.types import instant, new_id


class MailLink(SQLModel, table=True):
    """A letter that somebody asked for, and the link in it: good once, until it expires.

    It is written for an address with and without an account alike. `token_hash` is empty until a job has written the
    letter, and stays so when that letter has no link. `browser_hash` is of a cookie of the browser that asked.
    `password_hash` belongs to the account that the link will make: the row is a pending account until then.
    """

    __tablename__ = "mail_link"
    __table_args__ = (
        CheckConstraint("(purpose = 'sign-up') = (password_hash is not null)", name="password_of_a_pending_account"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    purpose: str
    email_sealed: bytes
    email_index: bytes = Field(index=True)
    password_hash: str | None = None
    browser_hash: bytes = Field(index=True)
    next_path: str
    token_hash: bytes | None = Field(default=None, unique=True)
    created_at: datetime = instant()
    expires_at: datetime = instant(index=True)
    written_at: datetime | None = instant(default=None)
    used_at: datetime | None = instant(default=None)
