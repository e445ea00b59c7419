"""Questions to a device. They are kept here and not in the page alone, so each is answered once, and soon."""

from datetime import timedelta
from enum import StrEnum
from secrets import token_bytes

from sqlmodel import col, delete

from db.tables.ways_in.passkeys import PasskeyChallenge
from services.accounts.enrolment import DOOR
from services.errors import Invalid
from services.house import DbSession, House
from services.visitor import Guest, Person

LASTS = timedelta(minutes=5)
LASTS_MILLISECONDS = int(LASTS.total_seconds() * 1000)
_BYTES = 32


class Purpose(StrEnum):
    """What an answer is good for, and for nothing else."""

    SIGN_IN = "sign_in"
    ADD = "add"
    PROVE = "prove"


async def ask(session: DbSession, visitor: Person | Guest, purpose: Purpose) -> bytes:
    """A new question for this visitor's session. Those that nobody answered in time go. Run as System('accounts')."""
    now = session.house.clock.now()
    await session.exec(delete(PasskeyChallenge).where(col(PasskeyChallenge.expires_at) < now))
    challenge = token_bytes(_BYTES)
    session.add(
        PasskeyChallenge(challenge=challenge, purpose=purpose, asked_by=visitor.session_id, expires_at=now + LASTS)
    )
    return challenge


async def use_up(house: House, visitor: Person | Guest, purpose: Purpose, challenge: bytes) -> None:
    """Take the question away, whatever comes of its answer.

    Invalid('passkey') if we did not ask this, of this session and for this, or not in the last five minutes.
    """
    async with house.transaction(DOOR) as session:
        asked = delete(PasskeyChallenge).where(
            col(PasskeyChallenge.challenge) == challenge,
            col(PasskeyChallenge.purpose) == purpose,
            col(PasskeyChallenge.asked_by).is_not_distinct_from(visitor.session_id),
        )
        expires_at = (await session.exec(asked.returning(col(PasskeyChallenge.expires_at)))).scalars().first()
    if expires_at is None or expires_at < house.clock.now():
        raise Invalid("passkey", "passkey.too_late")
