"""Making an account. What somebody began as a guest becomes theirs in the same transaction."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from db.tables.people import Account
from db.types import new_id
from services import audit
from services.accounts import addresses, passwords, sessions
from services.errors import Invalid, NotAllowed
from services.house import DbSession
from services.intake import adopting as intake
from services.returns import adopting as returns
from services.sealing import seal
from services.visitor import Guest, Person, System, Visitor

DOOR = System("accounts")


async def problems(address: str, password: str) -> list[Invalid]:
    """Everything that is wrong with a sign-up form, in the order of its fields; empty when nothing is."""
    found = []
    for check in (partial(addresses.checked, address), partial(passwords.check, password, address=address)):
        try:
            await asyncio.to_thread(check)
        except Invalid as problem:
            found.append(problem)
    return found


async def sign_up(
    session: DbSession,
    guest: Guest,
    *,
    address: str,
    password_hash: str | None,
    demo: bool = False,
) -> sessions.Opened[Person]:
    """Make an account whose address needs no proof, and open its first session. Run as System('accounts').

    Invalid('email') if the address has an account.
    """
    account = await make_account(session, address=addresses.checked(address), password_hash=password_hash, demo=demo)
    opened = await sessions.open_for(session, account, instead_of=guest)
    await adopt(session, guest, account)
    return opened


async def make_account(session: DbSession, *, address: str, password_hash: str | None, demo: bool = False) -> Account:
    """Make an account for a checked address; Invalid('email') if it has one. Run as System('accounts')."""
    house, account_id = session.house, new_id()
    await addresses.alone_with(session, addresses.indexes_of(house, address))
    if await account_at(session, address) is not None:
        raise Invalid("email", "email.taken")
    account = Account(
        id=account_id,
        email_sealed=seal(house.keyring, address, table="account", column="email_sealed", row_id=account_id),
        email_index=b"",
        password_hash=password_hash,
        is_demo=demo,
        created_at=house.clock.now(),
    )
    addresses.put_indexes(house, account, address)
    session.add(account)
    try:
        await session.flush()
    except IntegrityError:  # the same address came from two forms at once, and the other one was faster
        raise Invalid("email", "email.taken") from None
    audit.record(session, DOOR, "account.made", subject_table="account", subject_id=account.id)
    return account


async def adopt(session: DbSession, guest: Guest, account: Account) -> None:
    """Move what a guest began to the account. Run as System('accounts')."""
    if guest.session_id is not None:
        for adopting in (returns, intake):
            await adopting.adopt(session, session_id=guest.session_id, account_id=account.id)


async def account_at(session: DbSession, address: str) -> Account | None:
    """The account with this address. Run as System('accounts')."""
    indexes = addresses.indexes_of(session.house, address)
    return (await session.exec(select(Account).where(col(Account.email_index).in_(indexes)))).first()


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """What a person sees of their own account. Without a password, none was set."""

    address: str
    is_demo: bool
    password_set_at: datetime | None


async def own_account(session: DbSession, person: Person) -> OwnAccount:
    """The person's own account, its address opened."""
    account = await session.get_one(Account, person.person_id)
    set_at = (account.password_set_at or account.created_at) if account.password_hash else None
    return OwnAccount(addresses.address_of(session.house, account), account.is_demo, set_at)


async def refuse_if_shared(session: DbSession, account_id: UUID) -> None:
    """NotAllowed for a demo account: how one signs in to it stays as everybody who looks around expects it."""
    if (await session.get_one(Account, account_id)).is_demo:
        raise NotAllowed("demo.shared")


def began_as(visitor: Visitor) -> Guest:
    """The guest that a visitor was before signing in; one who owns nothing if they were somebody else."""
    return visitor if isinstance(visitor, Guest) else Guest()
