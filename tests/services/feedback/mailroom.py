"""The letters that a test had posted."""

from dataclasses import replace
from email.message import EmailMessage

from sqlalchemy import text
from sqlmodel import col, select

from db.tables.outside.mail import OutgoingMail
from services.house import House
from services.jobs.send_mail import MAILROOM, send_mail
from services.providers import Providers
from tests.services.providers.letter_box import LetterBox


async def letters_of(house: House, *, of_new_roles: bool = False) -> list[EmailMessage]:
    """The letters that nobody has sent yet; this sends them.

    Without `of_new_roles` not those to somebody who was just given a role: tests make staff by giving them one.
    """
    box = LetterBox()
    query = select(OutgoingMail.id).where(col(OutgoingMail.sent_at).is_(None))
    if not of_new_roles:
        query = query.where(OutgoingMail.template != "role_granted")
    async with house.transaction(MAILROOM) as session:
        waiting = list(await session.exec(query))
    for mail_id in waiting:
        await send_mail.work(replace(house, providers=Providers(mail=box)), mail_id=str(mail_id))
    return box.letters


async def empty(house: House) -> None:
    """Other tests share this database: letters that they left were sealed with keys of their own."""
    async with house.transaction(MAILROOM) as session:
        await (await session.connection()).execute(text("update outgoing_mail set sent_at = now()"))
