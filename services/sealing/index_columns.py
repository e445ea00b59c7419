"""Every column of keyed hashes by which a row is found, and the sealed value from which each can be made anew."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

from sqlmodel import SQLModel

from db.tables.customers.profiles import NameWord
from db.tables.customers.trust import TrustedAccess
from db.tables.feedback import Feedback
from db.tables.outside.mail import OutgoingMail
from db.tables.outside.partners import PartnerClient
from db.tables.people import Account
from db.tables.returns import JointInvitation
from db.tables.ways_in.links import MailLink
from db.tables.ways_in.organisations import OrganisationLink
from db.tables.ways_in.recovery import RecoveryRequest

_ADDRESS = ("account", "email")


@dataclass(frozen=True, slots=True)
class IndexColumn:
    """A column of hashes. `sealed` is the column of `source`, in the row of the same id, that holds what was hashed.

    `written` brings what was sealed into the form that is hashed; `kept_as` is the place that the hash names.
    `others` is a column with the hashes of the same value by all other keys.
    """

    model: type[SQLModel]
    column: str
    source: type[SQLModel]
    sealed: str
    written: Callable[[bytes], str] = bytes.decode
    kept_as: tuple[str, str] = _ADDRESS
    others: str = ""

    @property
    def name(self) -> str:
        """Table and column, as people who look after the house read them."""
        return f"{self.model.__tablename__}.{self.column}"


def _recipient(letter: bytes) -> str:
    opened = BytesParser(EmailMessage, policy=default).parsebytes(letter, headersonly=True)
    return str(opened["To"].addresses[0].addr_spec).lower()


def _registered(registration: bytes) -> str:
    return str(json.loads(registration)["email"])


EVERY_INDEX_COLUMN = (
    IndexColumn(Account, "email_index", Account, "email_sealed", others="email_index_others"),
    IndexColumn(MailLink, "email_index", MailLink, "email_sealed"),
    IndexColumn(OutgoingMail, "to_index", OutgoingMail, "message_sealed", _recipient),
    IndexColumn(PartnerClient, "email_index", PartnerClient, "registration_sealed", _registered),
    IndexColumn(Feedback, "address_index", Feedback, "address_sealed"),
    IndexColumn(RecoveryRequest, "email_index", Feedback, "address_sealed"),
    IndexColumn(TrustedAccess, "invited_index", TrustedAccess, "invited_sealed"),
    IndexColumn(JointInvitation, "invited_index", JointInvitation, "invited_sealed"),
    IndexColumn(NameWord, "word_index", NameWord, "word_sealed", kept_as=("name_word", "word")),
    IndexColumn(
        OrganisationLink,
        "subject_index",
        OrganisationLink,
        "subject_sealed",
        kept_as=("organisation_link", "subject"),
    ),
)
"""Accounts come first: from then on, rows with a hash by any key are known to be of their account."""
