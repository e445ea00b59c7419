"""The second step at sign-in: authenticator apps, recovery codes, and browsers that still owe the step."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from db.types import instant, new_id


class Authenticator(SQLModel, table=True):
    """An authenticator app of a person. It counts from when a code of it was typed: until then it only waits.

    `last_step` is the time step of the last code that was taken: no code is taken twice, and no older one.
    """

    __tablename__ = "authenticator"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    secret_sealed: bytes
    created_at: datetime = instant()
    confirmed_at: datetime | None = instant(default=None)
    last_step: int = Field(default=0, sa_type=BigInteger)


class RecoveryCode(SQLModel, table=True):
    """A code for who has lost their phone, used once. All codes that are made together have one salt."""

    __tablename__ = "recovery_code"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    salt: bytes
    code_hash: bytes
    used_at: datetime | None = instant(default=None)


class OwedStep(SQLModel, table=True):
    """A guest's browser in which somebody has shown one factor of an account, and owes the second step.

    Nothing of the account can be reached by it. `way` is how they began (`WayIn`).
    """

    __tablename__ = "owed_step"

    session_id: UUID = Field(primary_key=True, foreign_key="browser_session.id", ondelete="CASCADE")
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    way: str
    expires_at: datetime = instant()
