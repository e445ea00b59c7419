"""Opening a link from a letter. Looking at it changes nothing, because mail scanners follow links; a press uses it."""

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import col, select, update

from db.tables.people import Account
from db.tables.ways_in.links import MailLink
from db.values.accounts import LinkPurpose
from services.accounts.links import sealed_address
from services.errors import NotFound
from services.house import DbSession
from services.privacy import under_way
from services.tokens import hash_of
from services.visitor import Guest, Person, Visitor


class State(StrEnum):
    """Whether a link can be used, and if not, why."""

    GOOD = "good"
    USED = "used"
    OLD = "old"
    LEAVING = "leaving"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Found:
    """What a link says. `asked_here` is whether the letter was asked for in this browser."""

    state: State
    address: str = ""
    asked_here: bool = False


async def look(session: DbSession, purpose: LinkPurpose, *, token: str, browser: str) -> Found:
    """What this link is good for now. Run as System('accounts')."""
    found = await _found(session, purpose, token)
    if found is None:
        return Found(State.UNKNOWN)
    link, account = found
    state = await _state(session, link, account)
    return Found(state, sealed_address.opened(session.house, link), was_asked_in(browser, link))


async def good_link(session: DbSession, purpose: LinkPurpose, token: str) -> tuple[MailLink, Account | None]:
    """A link that can be used, with the account of its address; NotFound otherwise. Run as System('accounts')."""
    found = await _found(session, purpose, token)
    if found is None or await _state(session, *found) is not State.GOOD:
        raise NotFound
    return found


async def use(session: DbSession, link: MailLink) -> None:
    """Use a link up, and every other of its kind for the same address; NotFound if another press was faster."""
    now = session.house.clock.now()
    unused = update(MailLink).where(col(MailLink.used_at).is_(None)).values(used_at=now)
    used = await session.exec(unused.where(col(MailLink.id) == link.id).returning(col(MailLink.id)))
    if used.first() is None:
        raise NotFound
    at = col(MailLink.email_index).in_(sealed_address.indexes(session.house, link))
    theirs = (at, col(MailLink.purpose) == link.purpose)
    await session.exec(unused.where(*theirs, col(MailLink.token_hash).is_not(None)))


def was_asked_in(browser: str, link: MailLink) -> bool:
    """Whether the letter was asked for in the browser that has this cookie."""
    return bool(browser) and hash_of(browser) == link.browser_hash


def who_comes(visitor: Visitor, link: MailLink, browser: str) -> Visitor:
    """As whom the visitor signs in: what a guest began comes along only in the browser that asked for the letter.

    Otherwise somebody could send others a link to an account of their own, and get what those had begun.
    """
    return visitor if isinstance(visitor, Person) or was_asked_in(browser, link) else Guest()


async def _found(session: DbSession, purpose: LinkPurpose, token: str) -> tuple[MailLink, Account | None] | None:
    query = select(MailLink).where(MailLink.token_hash == hash_of(token), MailLink.purpose == purpose)
    if (link := (await session.exec(query)).first()) is None:
        return None
    at = col(Account.email_index).in_(sealed_address.indexes(session.house, link))
    return link, (await session.exec(select(Account).where(at))).first()


async def _state(session: DbSession, link: MailLink, account: Account | None) -> State:
    """An account that was made meanwhile makes a link to make one useless; a new address, the links to the old one.

    Nothing but the link that keeps it opens an account that is being deleted.
    """
    is_sign_up = link.purpose == LinkPurpose.SIGN_UP
    if link.used_at or (is_sign_up and account):
        return State.USED
    if link.expires_at <= session.house.clock.now() or not (is_sign_up or account):
        return State.OLD
    is_leaving = account is not None and await under_way.leaves(session, account.id) is not None
    return State.LEAVING if is_leaving else State.GOOD
