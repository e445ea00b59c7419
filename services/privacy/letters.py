"""The letters that we wrote to a person, without what their links are good for."""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any

from sqlmodel import col, select

from db.tables.outside.mail import OutgoingMail
from services.house import DbSession
from services.sealing import open_sealed

_TOKEN = re.compile(r"(?<=token=)[\w-]+")
"""A link of the last hours may still open the account: the copy must not have it."""


async def told(session: DbSession) -> list[dict[str, Any]]:
    """Each letter to the address of who asks, as it was written. Row-level security shows no others."""
    query = select(OutgoingMail).where(col(OutgoingMail.to_index).is_not(None)).order_by(col(OutgoingMail.created_at))
    return [_letter(session, row) for row in await session.exec(query)]


def _letter(session: DbSession, row: OutgoingMail) -> dict[str, Any]:
    place = {"table": "outgoing_mail", "column": "message_sealed"}
    opened = open_sealed(session.house.keyring, row.message_sealed, row_id=row.id, **place)
    letter = BytesParser(EmailMessage, policy=policy.default).parsebytes(opened)
    return {
        "written_at": row.created_at,
        "sent_at": row.sent_at,
        "subject": str(letter["Subject"]),
        "text": _TOKEN.sub("…", letter.get_content()),
    }
