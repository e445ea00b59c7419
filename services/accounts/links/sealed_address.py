"""The address that a letter with a link goes to, as it lies in the row of that link."""

from uuid import UUID

from db.tables.ways_in.links import MailLink
from services.accounts import addresses
from services.house import House
from services.sealing import open_sealed, seal


def sealed(house: House, address: str, link_id: UUID) -> bytes:
    """The address, sealed for the link with this id."""
    return seal(house.keyring, address, table="mail_link", column="email_sealed", row_id=link_id)


def opened(house: House, link: MailLink) -> str:
    """The address of this link."""
    found = open_sealed(house.keyring, link.email_sealed, table="mail_link", column="email_sealed", row_id=link.id)
    return found.decode()


def indexes(house: House, link: MailLink) -> list[bytes]:
    """All hashes by which the account of this address, or another link to it, may be found."""
    return addresses.indexes_of(house, opened(house, link))
