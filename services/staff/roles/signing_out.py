"""Signing somebody out on all their devices, as an administrator, because an account may be in the wrong hands."""

from uuid import UUID

from sqlalchemy import func
from sqlmodel import select

from services import audit, policy
from services.accounts.sessions.ending import News, news_of
from services.errors import Invalid
from services.house import DbSession
from services.staff import names
from services.visitor import Person


async def sign_out(session: DbSession, person: Person, address: str) -> int:
    """End every session of the account with this address at once: how many there were. OWASP ASVS 5.0, 7.4.5.

    Nothing of the account is seen. Invalid for an address without account, and for one's own.
    """
    policy.accounts.SIGN_OUT_OTHERS.require(person)
    account_id = await names.account_with(session, address)
    if account_id == person.person_id:
        raise Invalid("email", "signed_out_by_us.not_yourself")
    ended: list[UUID] = list((await session.exec(select(func.app_end_sessions_of(account_id)))).all())
    for each in ended:
        session.tell(news_of(each), News.SIGNED_OUT.encode())
    audit.record(session, person, "session.ended", subject_table="account", subject_id=account_id)
    return len(ended)
