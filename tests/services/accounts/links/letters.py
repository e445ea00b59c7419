"""People who ask for letters, and the letters that come."""

from email.message import EmailMessage

from sqlmodel import col, select

from db.tables.ways_in.links import MailLink
from db.values.accounts import LinkPurpose
from services.accounts.enrolment import DOOR
from services.accounts.links import asking
from services.house import House
from services.jobs.write_link import write_link
from services.visitor import Person
from tests.factories import PASSWORD, a_person, an_address
from tests.letters import token_in
from tests.services.feedback.mailroom import letters_of

HERE, BROWSER, ANOTHER_BROWSER = "192.0.2.1", "the cookie of a browser", "the cookie of another"
EVERY_PURPOSE = tuple(LinkPurpose)


async def ask(
    house: House,
    purpose: LinkPurpose,
    address: str,
    *,
    place: str = HERE,
    browser: str = BROWSER,
    next_path: str = "/tax",
) -> None:
    """Ask for a letter, in the first of the two browsers if nothing else is said."""
    password = PASSWORD if purpose is LinkPurpose.SIGN_UP else None
    await asking.ask(
        house, purpose, address=address, place=place, browser=browser, next_path=next_path, password=password
    )


async def letters_after(house: House, purpose: LinkPurpose, address: str) -> list[EmailMessage]:
    """Ask, do the job, and read what comes."""
    await ask(house, purpose, address)
    async with house.transaction(DOOR) as session:
        query = select(MailLink.id).where(col(MailLink.written_at).is_(None)).order_by(col(MailLink.id).desc())
        link_id = (await session.exec(query)).first()
    for _ in range(2):  # a job runs at least once
        await write_link.work(house, link_id=str(link_id))
    return await letters_of(house)


async def token_for(house: House, purpose: LinkPurpose, address: str) -> str:
    """The token in the letter that somebody has just got."""
    [letter] = await letters_after(house, purpose, address)
    assert letter["To"] == address
    return token_in(letter)


async def somebody(house: House) -> tuple[Person, str]:
    """Somebody with an account who is signed in, and their address."""
    address = an_address()
    return await a_person(house, address=address), address
