"""People, their sessions in a browser, and what they chose."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from db.types import instant, new_id
from db.values.display import Motion, Switch, TextSize, Theme
from db.values.people import CommunicationPreference, Role


class Account(SQLModel, table=True):
    """Somebody with an account. The address is sealed; a keyed hash of it finds the row.

    While the keys of these hashes are changed, `email_index_others` are those by the other keys: so rows that know the
    account by its address only are found in between.

    `password_set_at` is empty while the password is the one that the account was made with. Who came by way of an
    organisation has no password until they set one. `password_needs_second_step` is whether it is too short to protect
    the account alone. `role` is of the previous release, which still reads it: roles are rows of `role_grant` now,
    nothing writes this column any more, and a later release drops it.
    """

    __tablename__ = "account"
    __table_args__ = (
        Index("ix_account_email_index_others", "email_index_others", postgresql_using="gin"),
        Index("ix_account_created_at", "created_at", "id"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    role: str = Role.CUSTOMER
    email_sealed: bytes
    email_index: bytes = Field(unique=True)
    email_index_others: list[bytes] = Field(
        default_factory=list, sa_type=ARRAY(LargeBinary), sa_column_kwargs={"server_default": "{}"}
    )
    password_hash: str | None = None
    password_set_at: datetime | None = instant(default=None)
    password_needs_second_step: bool = Field(default=False, sa_column_kwargs={"server_default": "false"})
    is_demo: bool = False
    created_at: datetime = instant()


class BrowserSession(SQLModel, table=True):
    """One browser that somebody uses: a guest's while `account_id` is empty. Only the hash of the token is kept.

    `browser` and `system` are names that people know, such as Firefox and Windows; empty while nobody knows.
    `proved_at` is when the person showed last that the account is theirs; `two_factors` is whether they ever did so in
    this session by two factors, as NIST SP 800-63B-4 counts them: a second step, or a passkey.
    """

    __tablename__ = "browser_session"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True, ondelete="CASCADE")
    token_hash: bytes = Field(unique=True)
    created_at: datetime = instant()
    expires_at: datetime = instant(index=True)
    last_seen_at: datetime = instant()
    ended_at: datetime | None = instant(default=None)
    browser: str = Field(default="", sa_column_kwargs={"server_default": ""})
    system: str = Field(default="", sa_column_kwargs={"server_default": ""})
    proved_at: datetime | None = instant(default=None)
    two_factors: bool = Field(default=False, sa_column_kwargs={"server_default": "false"})


class KnownDevice(SQLModel, table=True):
    """A browser in which an account was used. Its own cookie holds the token; only the hash is kept.

    `session_id` is the last session that was opened there.
    """

    __tablename__ = "known_device"
    __table_args__ = (UniqueConstraint("account_id", "token_hash"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE")
    token_hash: bytes = Field(index=True)
    session_id: UUID | None = Field(default=None, foreign_key="browser_session.id", index=True, ondelete="SET NULL")
    expires_at: datetime = instant()


class AddressChange(SQLModel, table=True):
    """Another e-mail address for an account. Its letter's link confirms it, and later undoes it.

    Until `confirmed_at`, `token_hash` is of the link to the new address, and `old_sealed` is empty; then it is of
    the link to the old one. `expires_at` is the end of whichever link there is.
    """

    __tablename__ = "address_change"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    new_sealed: bytes
    old_sealed: bytes | None = None
    token_hash: bytes = Field(unique=True)
    confirmed_at: datetime | None = instant(default=None)
    expires_at: datetime = instant(index=True)


class Preference(SQLModel, table=True):
    """How a person with an account wants to talk, and how their screens look. Without an account it is a cookie.

    `talk_chosen` is `on` once they chose how to talk; until then it is text.
    """

    __tablename__ = "preference"

    account_id: UUID = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    talk: str = CommunicationPreference.TEXT_ONLY
    theme: str = Theme.SYSTEM
    text_size: str = TextSize.NORMAL
    motion: str = Motion.SYSTEM
    vibration: str = Field(default=Switch.ON, sa_column_kwargs={"server_default": Switch.ON.value})
    glow: str = Field(default=Switch.ON, sa_column_kwargs={"server_default": Switch.ON.value})
    talk_chosen: str = Field(default=Switch.OFF, sa_column_kwargs={"server_default": Switch.OFF.value})


class FormAttempt(SQLModel, table=True):
    """What was typed into a form that came back with errors, kept for one reading. Never a password."""

    __tablename__ = "form_attempt"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    token_hash: bytes = Field(unique=True)
    form: str
    content_sealed: bytes
    expires_at: datetime = instant(index=True)
