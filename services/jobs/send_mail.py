"""Sends one letter that services/mail.py wrote."""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from uuid import UUID

from db.tables.outside.mail import OutgoingMail
from services.errors import Invalid, NotFound
from services.house import DbSession, House
from services.jobs import job
from services.providers.mail import Receipt
from services.sealing import open_sealed
from services.visitor import System

MAILROOM = System("mail")


@job()
async def send_mail(house: House, *, mail_id: str) -> None:
    """Send the letter unless that is done already. A server that is down is tried again, a refusal is kept."""
    letter = await _letter_to_send(house, UUID(mail_id))
    if letter is None:
        return
    try:
        receipt = await house.providers.mail.send(letter)
    except Invalid:
        await _record(house, UUID(mail_id), None)
    else:
        await _record(house, UUID(mail_id), receipt)


async def _letter_to_send(house: House, mail_id: UUID) -> EmailMessage | None:
    async with house.transaction(MAILROOM) as session:
        row = await _row(session, mail_id)
        if row.sent_at or row.refused_at:
            return None
        row.attempts += 1
        opened = open_sealed(
            house.keyring, row.message_sealed, table="outgoing_mail", column="message_sealed", row_id=mail_id
        )
    return BytesParser(EmailMessage, policy=policy.default).parsebytes(opened)


async def _record(house: House, mail_id: UUID, receipt: Receipt | None) -> None:
    async with house.transaction(MAILROOM) as session:
        row = await _row(session, mail_id)
        if receipt is None:
            row.refused_at = house.clock.now()
        else:
            row.sent_at = house.clock.now()
            row.receipt = f"{receipt.provider}: {receipt.reference}"


async def _row(session: DbSession, mail_id: UUID) -> OutgoingMail:
    row = await session.get(OutgoingMail, mail_id)
    if row is None:
        raise NotFound
    return row
