"""The rows of changes of an e-mail address: begun, found by the token of a letter, and opened."""

from datetime import timedelta

from sqlalchemy import or_
from sqlmodel import col, delete, select

from db.tables.people import Account, AddressChange
from db.types import new_id
from services.accounts import addresses
from services.errors import Conflict, NotFound
from services.house import DbSession, House
from services.sealing import open_sealed, seal
from services.tokens import hash_of, new_token
from services.visitor import Person

CONFIRMED_WITHIN = timedelta(hours=24)


async def begin(session: DbSession, person: Person, new: str) -> str:
    """Write down what somebody wants: the token that confirms it. What they wanted before is void."""
    house, change_id, token = session.house, new_id(), new_token()
    wanted_before = (col(AddressChange.account_id) == person.person_id) & col(AddressChange.confirmed_at).is_(None)
    over = col(AddressChange.expires_at) <= house.clock.now()  # also of others: nobody needs those any more
    await session.exec(delete(AddressChange).where(or_(wanted_before, over)))
    session.add(
        AddressChange(
            id=change_id,
            account_id=person.person_id,
            new_sealed=seal(house.keyring, new, table="address_change", column="new_sealed", row_id=change_id),
            token_hash=hash_of(token),
            expires_at=house.clock.now() + CONFIRMED_WITHIN,
        )
    )
    return token


async def found(session: DbSession, token: str, *, confirmed: bool) -> AddressChange:
    """The change that this token confirms, or undoes if it is `confirmed`; locked. NotFound when it does not."""
    query = select(AddressChange).where(
        AddressChange.token_hash == hash_of(token), col(AddressChange.expires_at) > session.house.clock.now()
    )
    change = (await session.exec(query.with_for_update())).first()
    if change is None or (change.confirmed_at is not None) is not confirmed:
        raise NotFound("address.link_over")
    return change


async def put(session: DbSession, account: Account, address: str) -> None:
    """Seal an address for an account. Conflict when another account has it."""
    house, indexes = session.house, addresses.indexes_of(session.house, address)
    await addresses.alone_with(session, indexes)
    others = select(Account.id).where(col(Account.email_index).in_(indexes), Account.id != account.id)
    if (await session.exec(others)).first() is not None:
        raise Conflict("address.taken_meanwhile")
    account.email_sealed = seal(house.keyring, address, table="account", column="email_sealed", row_id=account.id)
    addresses.put_indexes(house, account, address)
    await session.flush()


async def known_addresses(session: DbSession, account: Account) -> set[str]:
    """The address of the account, and those that can still take it back: its owner may read only an older one."""
    changes = select(AddressChange).where(
        AddressChange.account_id == account.id,
        col(AddressChange.confirmed_at).is_not(None),
        col(AddressChange.expires_at) > session.house.clock.now(),
    )
    older = {old_of(session.house, change) for change in await session.exec(changes)}
    return {addresses.address_of(session.house, account)} | older


def new_of(house: House, change: AddressChange) -> str:
    """The new address, opened."""
    return _opened(house, change, "new_sealed", change.new_sealed)


def old_of(house: House, change: AddressChange) -> str:
    """The old address of a confirmed change, opened."""
    return _opened(house, change, "old_sealed", change.old_sealed or b"")


def _opened(house: House, change: AddressChange, column: str, sealed: bytes) -> str:
    return open_sealed(house.keyring, sealed, table="address_change", column=column, row_id=change.id).decode()
