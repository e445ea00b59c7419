"""E-mail addresses: checked, sealed at rest, and found by a keyed hash."""

from email_validator import EmailNotValidError, validate_email

from db.tables.people import Account
from services.errors import Invalid
from services.house import House
from services.sealing import blind_index, open_sealed


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
    opened = open_sealed(house.keyring, account.email_sealed, table="account", column="email_sealed", row_id=account.id)
    return opened.decode()


def index_of(house: House, address: str) -> bytes:
    """The keyed hash by which an account is found without opening its sealed address."""
    return blind_index(house.index_key, "account.email", address)
