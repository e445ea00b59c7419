"""Passkeys, and the questions that a device must sign to show that it has one (Web Authentication, W3C)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from db.types import instant, new_id


class Passkey(SQLModel, table=True):
    """One passkey of a person. Only its public key is ours: it checks signatures and can make none.

    `sign_count` is how often the device says it has signed; many never count and stay at 0. `transports` are how a
    browser may reach the device, with commas between. `aaguid` names the maker of what keeps the key.
    """

    __tablename__ = "passkey"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    credential_id: bytes = Field(unique=True)
    public_key: bytes
    sign_count: int = Field(sa_type=BigInteger)
    transports: str
    aaguid: UUID
    is_backed_up: bool
    name_sealed: bytes
    created_at: datetime = instant()
    last_used_at: datetime | None = instant(default=None)


class PasskeyChallenge(SQLModel, table=True):
    """Random bytes that a device has to sign, once and soon. `asked_by` is the session that asked; None without one."""

    __tablename__ = "passkey_challenge"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    challenge: bytes = Field(unique=True)
    purpose: str
    asked_by: UUID | None = None
    expires_at: datetime = instant(index=True)
