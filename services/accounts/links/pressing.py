"""What a press on the page of a link does: it confirms an address, signs in, or sets a new password."""

import asyncio
from functools import partial

from db.tables.people import Account
from db.tables.ways_in.links import MailLink
from db.values.accounts import LinkPurpose, WayIn
from services import audit, preferences
from services.accounts import enrolment, notices, passwords, sessions, signing_in
from services.accounts.changes.password import put
from services.accounts.device_names import DeviceName
from services.accounts.enrolment import DOOR
from services.accounts.everybody_out import everybody_out
from services.accounts.links import opening, sealed_address
from services.accounts.second_steps import authenticator
from services.errors import Invalid, NotFound
from services.house import House
from services.preferences import Preferences
from services.visitor import Guest, Person, Visitor

Entered = tuple[sessions.Opened[Person | Guest], str]
"""The session that was opened, and the page to go on to."""


async def confirm_address(
    house: House, visitor: Visitor, chosen: Preferences, *, token: str, browser: str, password: str
) -> Entered:
    """Make the account that was asked for, and sign in to it. NotFound if the link is not good.

    In another browser than the one that asked, the password is needed: Invalid('password'). Else somebody could sign
    another person up with a password of their own, and wait for that person to press the button.
    """
    async with house.transaction(DOOR) as session:
        link, _ = await opening.good_link(session, LinkPurpose.SIGN_UP, token)
    if not opening.was_asked_in(browser, link) and not await passwords.matches(link.password_hash, password):
        raise Invalid("password", "link.other_password" if password else "link.no_password")
    account = await _made(house, link, chosen)
    comes = opening.who_comes(visitor, link, browser)
    return await signing_in.let_in(house, comes, account, way=WayIn.LETTER), link.next_path


async def sign_in(house: House, visitor: Visitor, *, token: str, browser: str) -> Entered:
    """Sign in by a link, on the device on which it is pressed. NotFound if the link is not good."""
    async with house.transaction(DOOR) as session:
        link, account = await opening.good_link(session, LinkPurpose.SIGN_IN, token)
        await opening.use(session, link)
    comes = opening.who_comes(visitor, link, browser)
    return await signing_in.let_in(house, comes, _there(account), way=WayIn.LETTER), link.next_path


async def set_password(house: House, *, token: str, password: str, device: DeviceName) -> None:
    """Replace a forgotten password, and end every session of the account. NotFound, or Invalid('password').

    Nobody is signed in by it: a second step stays needed, and the new password is typed once more.
    """
    async with house.transaction(DOOR) as session:
        link, found = await opening.good_link(session, LinkPurpose.FORGOT_PASSWORD, token)
        if _there(found).is_demo:
            raise Invalid("password", "demo.shared")
        has_second_step = await authenticator.confirmed_at(session, _there(found).id) is not None
    check = partial(passwords.check, address=sealed_address.opened(house, link), with_second_step=has_second_step)
    await asyncio.to_thread(check, password)
    password_hash = await passwords.hashed(password)
    async with house.transaction(DOOR) as session:
        link, found = await opening.good_link(session, LinkPurpose.FORGOT_PASSWORD, token)
        await opening.use(session, link)
        account = _there(found)
        put(session, account, password_hash, is_enough_alone=passwords.is_enough_alone(password))
        await everybody_out(session, account.id)
        audit.record(session, DOOR, "password.replaced", subject_table="account", subject_id=account.id)
        event = notices.Event.PASSWORD_CHANGED
        await notices.tell(session, DOOR, account_id=account.id, event=event, device=device)


async def _made(house: House, link: MailLink, chosen: Preferences) -> Account:
    address, password_hash = sealed_address.opened(house, link), link.password_hash or ""
    async with house.transaction(DOOR) as session:
        await opening.use(session, link)
        try:
            account = await enrolment.make_account(session, address=address, password_hash=password_hash)
        except Invalid:  # another link to the same address was faster
            raise NotFound from None
        await preferences.keep(session, account.id, chosen)
    return account


def _there(account: Account | None) -> Account:
    if account is None:
        raise NotFound
    return account
