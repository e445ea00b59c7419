"""The ways in that an account has by itself: its password, its passkeys, and its links to organisations."""

from sqlmodel import func, select

from db.tables.organisations import OrganisationLink
from db.tables.passkeys import Passkey
from db.tables.people import Account
from services.house import DbSession
from services.visitor import Person


async def is_only_one(session: DbSession, person: Person) -> bool:
    """Whether nothing would be left for this person to come in by, if one of them went."""
    account = await session.get_one(Account, person.person_id)
    ways = 0 if account.password_hash is None else 1
    for table in (Passkey, OrganisationLink):
        counted = select(func.count()).select_from(table).where(table.account_id == person.person_id)
        ways += (await session.exec(counted)).one()
    return ways <= 1
