"""Undoing a change of the e-mail address, from the old one: it may have been somebody else who changed it."""

from sqlalchemy import or_
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, delete

from db.tables.people import Account, AddressChange
from services import audit
from services.accounts import known_devices, sessions
from services.accounts.changes import wishes
from services.accounts.enrolment import DOOR
from services.errors import Conflict
from services.house import House


async def to_restore(house: House, *, token: str) -> str:
    """The old address that this link brings back. NotFound when it does not, or no longer."""
    async with house.transaction(DOOR) as session:
        return wishes.old_of(house, await wishes.found(session, token, confirmed=True))


async def undo(house: House, *, token: str) -> None:
    """Bring the old address back, and sign out every device. Later changes are void with this one.

    NotFound as above; Conflict when another account has the old address by now.
    """
    try:
        async with house.transaction(DOOR) as session:
            change = await wishes.found(session, token, confirmed=True)
            account = await session.get_one(Account, change.account_id, with_for_update=True)
            await wishes.put(session, account, wishes.old_of(house, change))
            since = col(AddressChange.confirmed_at)
            void = or_(since.is_(None), since >= change.confirmed_at)
            await session.exec(delete(AddressChange).where(col(AddressChange.account_id) == account.id, void))
            await sessions.end_every(session, account.id)
            await known_devices.forget_all(session, account.id)
            audit.record(session, DOOR, "address.undone", subject_table="account", subject_id=account.id)
    except IntegrityError:
        raise Conflict("address.taken_meanwhile") from None
