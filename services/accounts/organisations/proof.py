"""When a sign-in at an organisation is also a proof (services/accounts/proving.py).

The organisation may let somebody pass whom it knows from this morning. That opens a session, as it would there; but
whoever sits down at an open browser could do the same (OWASP ASVS 5.0, 6.8.4 and 7.6.1).
"""

from db.tables.people import BrowserSession
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.house import House
from services.providers.organisations import Identity
from services.visitor import Guest, Person


async def judge(house: House, opened: sessions.Opened[Person | Guest], identity: Identity) -> None:
    """Take a session just opened for one of somebody who has proved nothing, unless they did there a short time ago."""
    apart = abs(house.clock.now().timestamp() - identity.signed_in_at)
    if isinstance(opened.visitor, Guest) or apart < sessions.PROOF_LASTS.total_seconds():
        return
    async with house.transaction(DOOR) as session:
        row = await session.get_one(BrowserSession, opened.visitor.session_id)
        row.proved_at = None
