"""When an account may be in the wrong hands: nobody stays in it, and nobody's device is trusted any more."""

from uuid import UUID

from services.accounts import known_devices, sessions
from services.accounts.second_steps import half_way
from services.house import DbSession


async def everybody_out(session: DbSession, account_id: UUID) -> None:
    """End every session, let who is half-way in begin again, and tell the next sign-in on any device.

    Run as System('accounts').
    """
    await sessions.end_every(session, account_id)
    await half_way.forget_all(session, account_id)
    await known_devices.forget_all(session, account_id)
