"""E-mail addresses: checked, sealed at rest, and found by a keyed hash."""

from email_validator import EmailNotValidError, validate_email

from services.errors import Invalid
from services.house import House
from services.sealing import blind_index


def checked(address: str) -> str:
    """The address in its usual form (RFC 5321, lower case); Invalid when it can't be one."""
    try:
        return validate_email(address.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        raise Invalid("email", "email.not_an_address" if address.strip() else "email.missing") from None


def index_of(house: House, address: str) -> bytes:
    """The keyed hash by which an account is found without opening its sealed address."""
    return blind_index(house.index_key, "account.email", address)
