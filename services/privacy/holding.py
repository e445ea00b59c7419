"""Legal holds: the law makes us keep an account, so it is not deleted until the hold ends. A command places one."""

from uuid import UUID

from sqlmodel import col, select, update

from db.tables.customers.privacy import LegalHold
from db.tables.people import Account
from db.types import new_id
from services import audit, policy
from services.accounts import addresses
from services.errors import Invalid, NotFound
from services.house import DbSession
from services.sealing import seal
from services.seen import in_lines
from services.visitor import Person, System

DESK = System("legal desk")
SHORTEST_REASON = 20


async def hold(session: DbSession, visitor: System, *, address: str, reason: str) -> None:
    """Keep the account with this address. Invalid for an address without account, and for a reason that says little."""
    policy.privacy.HOLD_ACCOUNTS.require(visitor)
    reason = in_lines(reason)
    if len(reason) < SHORTEST_REASON:
        raise Invalid("reason", "emergency.reason_too_short")
    account_id, row_id = await _account_at(session, address), new_id()
    sealed = seal(session.house.keyring, reason, table="legal_hold", column="reason_sealed", row_id=row_id)
    now = session.house.clock.now()
    session.add(LegalHold(id=row_id, account_id=account_id, reason_sealed=sealed, placed_at=now))
    audit.record(session, visitor, "hold.placed", subject_table="legal_hold", subject_id=row_id, about=account_id)


async def release(session: DbSession, visitor: System, *, address: str) -> None:
    """End every hold on the account with this address. NotFound if there is none."""
    policy.privacy.HOLD_ACCOUNTS.require(visitor)
    account_id = await _account_at(session, address)
    open_ones = update(LegalHold).where(col(LegalHold.account_id) == account_id, col(LegalHold.ended_at).is_(None))
    ended = await session.exec(open_ones.values(ended_at=session.house.clock.now()).returning(col(LegalHold.id)))
    found = list(ended.scalars())
    if not found:
        raise NotFound
    for hold_id in found:
        audit.record(session, visitor, "hold.ended", subject_table="legal_hold", subject_id=hold_id, about=account_id)


async def is_held(session: DbSession, person: Person) -> bool:
    """Whether the law makes us keep this person's account now."""
    query = select(LegalHold.id).where(LegalHold.account_id == person.person_id, col(LegalHold.ended_at).is_(None))
    return (await session.exec(query)).first() is not None


async def _account_at(session: DbSession, address: str) -> UUID:
    indexes = addresses.indexes_of(session.house, addresses.checked(address))
    found = (await session.exec(select(Account.id).where(col(Account.email_index).in_(indexes)))).first()
    if found is None:
        raise Invalid("email", "hold.no_account")
    return found
