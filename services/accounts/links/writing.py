"""Writing the letter that somebody asked for. Only here does it matter whether the address has an account."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from db.tables.people import Account
from db.tables.ways_in.links import MailLink
from db.values.accounts import LinkPurpose
from services import audit, mail
from services.accounts.links import sealed_address
from services.house import DbSession, House
from services.privacy import under_way
from services.tokens import hash_of, new_token
from services.visitor import System
from services.words import moment

WRITER = System("link writer")
LASTS = {
    LinkPurpose.SIGN_UP: timedelta(hours=24),
    LinkPurpose.SIGN_IN: timedelta(minutes=10),  # OWASP ASVS 5.0, 6.5.5
    LinkPurpose.FORGOT_PASSWORD: timedelta(minutes=30),
}
"""How long each link is good. The letters and the pages say so too."""
_WITH_LINK = {
    LinkPurpose.SIGN_UP: "confirm_address",
    LinkPurpose.SIGN_IN: "sign_in_link",
    LinkPurpose.FORGOT_PASSWORD: "new_password_link",
}
_INSTEAD = {
    LinkPurpose.SIGN_UP: "account_exists",
    LinkPurpose.SIGN_IN: "no_account",
    LinkPurpose.FORGOT_PASSWORD: "no_account",
}
_LEAVES = {False: "account_is_leaving", True: "account_is_leaving_held"}
"""For an account that is being deleted, by whether a law makes us keep it until then.

Nobody gets in by any link but the one that keeps it.
"""
_TOLD_EVERY = timedelta(hours=1)


async def write(house: House, link_id: UUID) -> None:
    """Write the letter unless that is done. Whose link would lead nowhere is told why, at most once an hour."""
    async with house.transaction(WRITER) as session:
        link = await session.get(MailLink, link_id, with_for_update=True)
        if link is None or link.written_at:
            return
        purpose = LinkPurpose(link.purpose)
        account = await _account_of(session, link)
        leaves = await under_way.leaves(session, account) if account else None
        if leaves is None and (account is None) == (purpose is LinkPurpose.SIGN_UP):
            await _post_link(session, link, purpose)
        elif not await _was_told_lately(session, link):
            told = {"until": moment(leaves.due_at)} if leaves else {}
            await _post(session, link, _LEAVES[leaves.held] if leaves else _INSTEAD[purpose], told)
        if account is not None:
            audit.record(session, WRITER, "link.asked", subject_table="account", subject_id=account)


async def _account_of(session: DbSession, link: MailLink) -> UUID | None:
    at = col(Account.email_index).in_(sealed_address.indexes(session.house, link))
    return (await session.exec(select(Account.id).where(at))).first()


async def _post_link(session: DbSession, link: MailLink, purpose: LinkPurpose) -> None:
    token = new_token()
    link.token_hash, link.expires_at = hash_of(token), session.house.clock.now() + LASTS[purpose]
    await _post(session, link, _WITH_LINK[purpose], {"token": token})


async def _post(session: DbSession, link: MailLink, template: str, values: dict[str, str]) -> None:
    link.written_at = session.house.clock.now()
    to = sealed_address.opened(session.house, link)
    await mail.post(session, WRITER, to=to, template=template, values=values)


async def _was_told_lately(session: DbSession, link: MailLink) -> bool:
    told = select(MailLink.id).where(
        col(MailLink.email_index).in_(sealed_address.indexes(session.house, link)),
        MailLink.purpose == link.purpose,
        col(MailLink.token_hash).is_(None),
        col(MailLink.written_at) > session.house.clock.now() - _TOLD_EVERY,
    )
    return (await session.exec(told)).first() is not None
