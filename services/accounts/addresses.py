"""E-mail addresses: checked, sealed at rest, and found by a keyed hash."""

from uuid import UUID

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import ColumnElement, func, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from db.tables.people import Account
from services.errors import Invalid
from services.house import DbSession, House
from services.sealing import open_sealed
from services.visitor import Person, Visitor


def checked(address: str) -> str:
    """The address in the form that every mail server takes (RFC 5321: ASCII), lower case; Invalid when it can't be one.

    A domain in another script becomes its ASCII form (RFC 5890). A name before the @ in one has none, and is refused.
    """
    try:
        valid = validate_email(address.strip(), check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        raise Invalid("email", "email.not_an_address" if address.strip() else "email.missing") from None
    return str(valid.ascii_email).lower()


def address_of(house: House, account: Account) -> str:
    """The address of an account, opened."""
    return opened(house, account.email_sealed, account_id=account.id)


def opened(house: House, sealed: bytes, *, account_id: UUID) -> str:
    """The same of whom no more is known than the sealed address."""
    return open_sealed(house.keyring, sealed, table="account", column="email_sealed", row_id=account_id).decode()


def index_of(house: House, address: str) -> bytes:
    """The keyed hash by which a new row with this address is found without opening what is sealed in it."""
    return indexes_of(house, address)[0]


def indexes_of(house: House, address: str) -> list[bytes]:
    """All hashes by which a row with this address may be found while keys are changed, the newest first."""
    return house.index_keys.indexes(address, table="account", column="email")


def put_indexes(house: House, account: Account, address: str) -> None:
    """Let an account be found by this address, with every key."""
    account.email_index, *account.email_index_others = indexes_of(house, address)


def has(account: Account, index: bytes) -> bool:
    """Whether another row with this hash has the address of the account."""
    return index in {account.email_index, *account.email_index_others}


async def is_for(session: DbSession, visitor: Visitor, index: bytes, *, by: UUID) -> bool:
    """Whether a letter to the address of this hash is for the visitor: their account has it now, and did not write it.

    `by` is the account that wrote.
    """
    if not isinstance(visitor, Person) or visitor.person_id == by:
        return False
    account = await session.get(Account, visitor.person_id)
    return account is not None and has(account, index)


def found_by(index: bytes) -> ColumnElement[bool]:
    """The account to whose address this hash of another row belongs."""
    return or_(col(Account.email_index) == index, col(Account.email_index_others).contains([index]))


def kept_of(account_id: UUID) -> SelectOfScalar[bytes]:
    """The hashes by which other rows name the address of an account."""
    kept = func.array_prepend(Account.email_index, Account.email_index_others)
    return select(func.unnest(kept)).where(Account.id == account_id)


async def alone_with(session: DbSession, indexes: list[bytes]) -> None:
    """Wait until no other transaction writes a row of these hashes, which stand for one value.

    The unique constraints can't compare hashes by two keys, and processes may have different newest ones meanwhile.
    """
    for index in sorted(indexes):
        await session.one_at_a_time(f"index {index.hex()}")
