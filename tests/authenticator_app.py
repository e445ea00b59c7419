"""An authenticator app of our own, written from RFC 4226 and RFC 6238: it knows nothing of the house but the key."""

import hmac
import struct
from base64 import b32decode
from datetime import UTC, datetime
from uuid import UUID

from db.tables.people import Account
from services.accounts.enrolment import DOOR
from services.accounts.second_steps import authenticator
from services.house import House

STEP_SECONDS = 30


def code_of(key: str, instant: datetime, *, digits: int = 6) -> str:
    """What an app with this key (base32, spaces allowed) shows at this moment."""
    step = int(instant.timestamp()) // STEP_SECONDS
    digest = hmac.new(b32decode(key.replace(" ", "")), struct.pack(">Q", step), "sha1").digest()
    place = digest[-1] & 0x0F
    [number] = struct.unpack(">I", digest[place : place + 4])
    return str((number & 0x7FFFFFFF) % 10**digits).zfill(digits)


class Phone:
    """A phone with an app on it. It never shows a code twice: later ones come before their time, as drift allows."""

    def __init__(self, key: str) -> None:
        self.key = key
        self._shown = 0

    def code(self, now: datetime | None = None) -> str:
        """The next code. Two at most in 30 seconds: a third would be too early."""
        step = int((now or datetime.now(UTC)).timestamp()) // STEP_SECONDS
        self._shown = max(self._shown + 1, step)
        assert self._shown <= step + 1, "This code comes too early."
        return code_of(self.key, datetime.fromtimestamp(self._shown * STEP_SECONDS, UTC))


async def with_second_step(house: House, account_id: UUID) -> Phone:
    """Turn the second step on for an account: the phone with its app. Its first code is used up."""
    async with house.transaction(DOOR) as session:
        assert await session.get(Account, account_id)
        phone = Phone((await authenticator.begin(session, account_id, name="somebody")).text)
        await authenticator.confirm(session, account_id, code=phone.code(house.clock.now()))
    return phone
