"""What an account has for a second step: an app, passkeys, and recovery codes for when neither is at hand.

A passkey that somebody has added counts: a password alone must not open what they wanted to be safer (OWASP ASVS 5.0,
6.3.4: the same strength on every way in).
"""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import select

from db.tables.ways_in.passkeys import Passkey
from services.accounts.second_steps import authenticator, recovery
from services.house import DbSession


@dataclass(frozen=True, slots=True)
class SecondSteps:
    """By what the second step can be done."""

    app: bool
    passkey: bool
    recovery_codes: int

    @property
    def are_asked_for(self) -> bool:
        """Whether who comes by a password, a letter or an organisation owes the second step."""
        return self.app or self.passkey


async def second_steps_of(session: DbSession, account_id: UUID) -> SecondSteps:
    """What this account has. For the person, or System('accounts')."""
    passkey = select(Passkey.id).where(Passkey.account_id == account_id)
    return SecondSteps(
        app=await authenticator.confirmed_at(session, account_id) is not None,
        passkey=(await session.exec(passkey)).first() is not None,
        recovery_codes=await recovery.how_many_left(session, account_id),
    )
