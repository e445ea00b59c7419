"""Legal holds: the law makes us keep an account, so it is not deleted until the hold ends. A command places one."""

from sqlmodel import col, select, update

from db.tables.customers.privacy import LegalHold
from db.tables.people import Account
from db.types import new_id
from services import audit, mail, policy
from services.accounts import addresses
from services.accounts.changes import wishes
from services.errors import Invalid, NotFound
from services.house import DbSession
from services.privacy import under_way
from services.sealing import seal
from services.seen import in_lines
from services.visitor import System
from services.words import moment

DESK = System("legal desk")
SHORTEST_REASON = 20


async def hold(session: DbSession, visitor: System, *, address: str, reason: str) -> None:
    """Keep the account with this address. Invalid for an address without account, and for a reason that says little.

    An owner who was told that it would be deleted before is told by letter that it is kept longer.
    """
    policy.privacy.HOLD_ACCOUNTS.require(visitor)
    reason = in_lines(reason)
    if len(reason) < SHORTEST_REASON:
        raise Invalid("reason", "hold.reason_too_short")
    account, row_id = await _account_at(session, address), new_id()
    sealed = seal(session.house.keyring, reason, table="legal_hold", column="reason_sealed", row_id=row_id)
    now = session.house.clock.now()
    session.add(LegalHold(id=row_id, account_id=account.id, reason_sealed=sealed, placed_at=now))
    audit.record(session, visitor, "hold.placed", subject_table="legal_hold", subject_id=row_id, about=account.id)
    if told := await under_way.leaves(session, account.id):
        await _tell_who_leaves(session, visitor, account, told)


async def release(session: DbSession, visitor: System, *, address: str) -> None:
    """End every hold on the account with this address. NotFound if there is none."""
    policy.privacy.HOLD_ACCOUNTS.require(visitor)
    account_id = (await _account_at(session, address)).id
    open_ones = update(LegalHold).where(col(LegalHold.account_id) == account_id, col(LegalHold.ended_at).is_(None))
    ended = await session.exec(open_ones.values(ended_at=session.house.clock.now()).returning(col(LegalHold.id)))
    found = list(ended.scalars())
    if not found:
        raise NotFound
    for hold_id in found:
        audit.record(session, visitor, "hold.ended", subject_table="legal_hold", subject_id=hold_id, about=account_id)


async def _tell_who_leaves(session: DbSession, visitor: System, account: Account, leaves: under_way.Leaves) -> None:
    values = {"until": moment(leaves.due_at)}
    for address in await wishes.known_addresses(session, account):
        await mail.post(session, visitor, to=address, template="account_is_held", values=values)


async def _account_at(session: DbSession, address: str) -> Account:
    indexes = addresses.indexes_of(session.house, addresses.checked(address))
    found = (await session.exec(select(Account).where(col(Account.email_index).in_(indexes)))).first()
    if found is None:
        raise Invalid("email", "hold.no_account")
    return found
