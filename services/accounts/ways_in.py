"""The ways in that an account has by itself: its password, its passkeys, and its links to organisations."""

from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import col, delete, func, select

from db.tables.people import Account
from db.tables.ways_in.organisations import OrganisationLink
from db.tables.ways_in.passkeys import Passkey
from db.tables.ways_in.second_steps import Authenticator
from services.accounts.second_steps import recovery
from services.house import DbSession, House
from services.visitor import Person

_EVER = datetime(1, 1, 1, tzinfo=UTC)


async def is_only_one(session: DbSession, person: Person) -> bool:
    """Whether nothing would be left for this person to come in by, if one of them went."""
    account = await session.get_one(Account, person.person_id)
    passkeys = select(func.count(col(Passkey.id))).where(Passkey.account_id == account.id)
    links = select(func.count(col(OrganisationLink.id))).where(
        OrganisationLink.account_id == account.id, col(OrganisationLink.issuer).in_(open_issuers(session.house))
    )
    ways = (account.password_hash is not None) + sum([(await session.exec(each)).one() for each in (passkeys, links)])
    return ways <= 1


def open_issuers(house: House) -> set[str]:
    """The organisations that let somebody in: those of the settings. A link to any other one leads nowhere."""
    return {each.issuer for each in house.providers.organisations.values()}


async def remove_all(session: DbSession, account_id: UUID) -> None:
    """Take every passkey, app, recovery code and link to an organisation away. Run as System('accounts')."""
    await remove_since(session, account_id, _EVER)


async def remove_since(session: DbSession, account_id: UUID, since: datetime) -> None:
    """Take away the passkeys, apps and links that were added since then, and every recovery code.

    The codes know no time, and whoever was in the account may have read or made them. Run as System('accounts').
    """
    await recovery.remove(session, account_id)
    for table, added_at in (
        (Passkey, col(Passkey.created_at)),
        (Authenticator, col(Authenticator.created_at)),
        (OrganisationLink, col(OrganisationLink.linked_at)),
    ):
        await session.exec(delete(table).where(col(table.account_id) == account_id, added_at >= since))
