"""Asking for a letter with a link. All of it is done alike for every address: nothing here looks for an account."""

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import col, select

from db.tables.ways_in.links import MailLink
from db.types import new_id
from db.values.accounts import LinkPurpose
from services.accounts import addresses, passwords
from services.accounts.enrolment import DOOR
from services.accounts.links import pace, sealed_address
from services.errors import NotFound
from services.house import DbSession, House
from services.jobs import enqueue
from services.jobs.write_link import write_link
from services.tokens import hash_of

_LONGEST_PATH = 2_000
KEPT_FOR = timedelta(hours=24)
"""How long a browser can still read to which address we wrote, and ask again."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants a letter for, and where they want to go on then."""

    purpose: LinkPurpose
    address: str
    next_path: str
    password_hash: str | None = None


async def ask(
    house: House,
    purpose: LinkPurpose,
    *,
    address: str,
    place: str,
    browser: str,
    next_path: str,
    password: str | None = None,
) -> None:
    """Have a letter written; Invalid('email') for no address, or when too many were asked for.

    `place` is where the wish comes from, `browser` the token of its cookie, `password` that of an account to be made.
    """
    checked = addresses.checked(address)
    await pace.count(house, addresses.index_of(house, checked), place)
    password_hash = None if password is None else await passwords.hashed(password)
    await _take_down(house, Asked(purpose, checked, next_path, password_hash), browser)


async def ask_again(house: House, purpose: LinkPurpose, *, place: str, browser: str) -> None:
    """Have the letter that this browser asked for last written once more. NotFound when it asked for none lately."""
    async with house.transaction(DOOR) as session:
        last = await last_asked(session, purpose, browser)
    if last is None:
        raise NotFound
    await pace.count(house, addresses.index_of(house, last.address), place)
    await _take_down(house, last, browser)


async def last_asked(session: DbSession, purpose: LinkPurpose, browser: str) -> Asked | None:
    """What this browser asked for last; None if that is long ago, or never was. Run as System('accounts')."""
    query = select(MailLink).where(
        MailLink.purpose == purpose,
        MailLink.browser_hash == hash_of(browser),
        col(MailLink.created_at) > session.house.clock.now() - KEPT_FOR,
    )
    row = (await session.exec(query.order_by(col(MailLink.id).desc()))).first()
    return Asked(purpose, sealed_address.opened(session.house, row), row.next_path, row.password_hash) if row else None


async def _take_down(house: House, asked: Asked, browser: str) -> None:
    link_id, now = new_id(), house.clock.now()
    async with house.transaction(DOOR) as session:
        session.add(
            MailLink(
                id=link_id,
                purpose=asked.purpose,
                email_sealed=sealed_address.sealed(house, asked.address, link_id),
                email_index=addresses.index_of(house, asked.address),
                password_hash=asked.password_hash,
                browser_hash=hash_of(browser),
                next_path=asked.next_path if len(asked.next_path) <= _LONGEST_PATH else "/account",
                created_at=now,
                expires_at=now + KEPT_FOR,
            )
        )
        await session.flush()
        await enqueue(session, write_link, link_id=str(link_id))
