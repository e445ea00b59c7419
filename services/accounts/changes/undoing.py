"""Undoing a change of the e-mail address, from the old one: it may have been somebody else who changed it.

They may have asked for the deletion of the account, too. That ends with it, whenever it was asked for: who takes an
account back wants it, and no letter about a deletion from before a change may have reached them.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, delete

from db.tables.people import Account, AddressChange
from services import audit
from services.accounts import notices, ways_in
from services.accounts.changes import wishes
from services.accounts.device_names import DeviceName
from services.accounts.enrolment import DOOR
from services.accounts.everybody_out import everybody_out
from services.errors import Conflict
from services.house import House
from services.privacy import leaving, under_way
from services.trust.ending import end_given_since


@dataclass(frozen=True, slots=True)
class Restores:
    """The address that a link brings back, and whether it also keeps an account that is to be deleted."""

    address: str
    keeps_account: bool


async def to_restore(house: House, *, token: str) -> Restores:
    """What this link brings back. NotFound when it does not, or no longer."""
    async with house.transaction(DOOR) as session:
        change = await wishes.found(session, token, confirmed=True)
        leaves = await under_way.leaves(session, change.account_id)
        return Restores(wishes.old_of(house, change), leaves is not None)


async def undo(house: House, *, token: str, device: DeviceName | None = None) -> bool:
    """Bring the old address back, and sign out every device. Void with it is all that was added to the account since.

    Gives back whether the account was to be deleted, which has ended with it. NotFound as above; Conflict when another
    account has the old address by now.
    """
    try:
        async with house.transaction(DOOR) as session:
            change = await wishes.found(session, token, confirmed=True)
            account, changed_at = await session.get_one(Account, change.account_id, with_for_update=True), _when(change)
            await wishes.put(session, account, wishes.old_of(house, change))
            since = col(AddressChange.confirmed_at)
            void = or_(since.is_(None), since >= changed_at)
            await session.exec(delete(AddressChange).where(col(AddressChange.account_id) == account.id, void))
            await everybody_out(session, account.id)
            await ways_in.remove_since(session, account.id, changed_at)
            audit.record(session, DOOR, "address.undone", subject_table="account", subject_id=account.id)
            event = notices.Event.ADDRESS_UNDONE
            await notices.tell(session, DOOR, account_id=account.id, event=event, device=device)
            stays = await leaving.keep(session, account.id, event=notices.Event.KEPT_BY_UNDOING)
    except IntegrityError:
        raise Conflict("address.taken_meanwhile") from None
    await end_given_since(house, account.id, changed_at)
    return stays


def _when(change: AddressChange) -> datetime:
    """When it was confirmed; `wishes.found` has seen that it was."""
    assert change.confirmed_at  # noqa: S101  # nosec B101  # for the type alone
    return change.confirmed_at
