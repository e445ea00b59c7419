"""Taking down that somebody asks for help to get in: alike for every address, as nothing here looks for an account."""

from uuid import UUID

from db.tables.ways_in.recovery import RecoveryRequest
from services.accounts import addresses
from services.house import DbSession


def ask(session: DbSession, *, feedback_id: UUID, address: str) -> None:
    """Have staff look at this message, which comes from a checked address. Run as System('feedback')."""
    session.add(RecoveryRequest(id=feedback_id, email_index=addresses.index_of(session.house, address)))
