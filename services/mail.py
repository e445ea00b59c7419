"""Writing letters. A job sends them, so that none is lost and none goes out for what never happened."""

from collections.abc import Mapping
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from uuid import UUID

from db.tables.outside.mail import OutgoingMail
from db.types import new_id
from services import words
from services.accounts import addresses
from services.house import DbSession
from services.jobs import enqueue
from services.jobs.send_mail import send_mail
from services.sealing import seal
from services.settings import Settings
from services.visitor import Visitor, kind_and_id


async def post(
    session: DbSession, visitor: Visitor, *, to: str, template: str, values: Mapping[str, object] | None = None
) -> None:
    """Write a letter from content/en/mail.toml and have it sent once this transaction is kept.

    Every template may use {site}, the address of the house. KeyError for a template or value that is missing;
    ValueError if `to` is not one address.
    """
    house, mail_id = session.house, new_id()
    letter = written(house.settings, mail_id, to=to, template=template, values=values or {}, at=house.clock.now())
    kind, identity = kind_and_id(visitor)
    sealed = seal(house.keyring, letter.as_bytes(), table="outgoing_mail", column="message_sealed", row_id=mail_id)
    session.add(
        OutgoingMail(
            id=mail_id,
            template=template,
            message_sealed=sealed,
            to_index=addresses.index_of(house, to.lower()),
            posted_by_kind=kind,
            posted_by_id=identity,
            created_at=house.clock.now(),
        )
    )
    await session.flush()
    await enqueue(session, send_mail, mail_id=str(mail_id))


def written(
    settings: Settings, mail_id: UUID, *, to: str, template: str, values: Mapping[str, object], at: datetime
) -> EmailMessage:
    """A letter from content/en, complete and not yet sent. KeyError and ValueError as in `post`."""
    known = {"site": settings.public_url, **values}
    letter = EmailMessage()
    letter["From"] = settings.mail_from
    letter["To"] = Address(addr_spec=to)  # parsed as one address: a comma can't add a second recipient
    letter["Subject"] = words.sentence(f"letter.{template}.subject", **known)
    letter["Date"] = at
    letter["Message-ID"] = f"<{mail_id}@{letter['From'].addresses[0].domain}>"  # the same when sent twice
    body = words.sentence(f"letter.{template}.body", **known).lstrip("\n")
    letter.set_content(body, cte="quoted-printable")  # passes through mail servers that know seven bits only
    return letter
