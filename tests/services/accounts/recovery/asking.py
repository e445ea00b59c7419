"""Somebody who lost every way in, and two of our team who look at it."""

import re
from uuid import UUID

from db.values.accounts import RecoveryState
from db.values.feedback import FeedbackAbout
from db.values.people import Role
from services.accounts import enrolment
from services.accounts.enrolment import DOOR
from services.accounts.recovery import deciding, reading, waiting
from services.house import House
from services.visitor import Guest, Person
from tests.factories import a_person
from tests.services.feedback.mailroom import empty, letters_of
from tests.services.feedback.telling import sent, told


async def an_owner(house: House, address: str) -> Person:
    """Somebody with an account that is no demo."""
    async with house.transaction(DOOR) as session:
        return (await enrolment.sign_up(session, Guest(), address=address, password_hash="x")).visitor


async def asked(house: House, address: str) -> UUID:
    """Have somebody ask for help to get in, by a message with this address: its id."""
    request_id = await told(house, sent("I lost my phone.", about=FeedbackAbout.SIGN_IN, email=address))
    await empty(house)
    return request_id


async def colleague_says(house: House, request_id: UUID, *, agrees: bool = True, who: Person | None = None) -> Person:
    """One of our team says what they found, and the job counts it."""
    dana = who or await a_person(house, role=Role.PREPARER)
    async with house.transaction(dana) as session:
        await deciding.decide(session, dana, "We compared the devices.", request_id=request_id, agrees=agrees)
    await waiting.judge(house, request_id)
    return dana


async def state_of(house: House, request_id: UUID) -> RecoveryState:
    """How far it is, as staff see it."""
    dana = await a_person(house, role=Role.PREPARER)
    async with house.transaction(dana) as session:
        return (await reading.request_at(session, dana, request_id=request_id)).listed.state


async def tokens(house: House) -> dict[str, str]:
    """The token of each letter that waits, by its address; this sends them."""
    letters = await letters_of(house)
    return {str(each["To"]): str(re.findall(r"token=(\S+)", each.get_content())[0]) for each in letters}


async def agreed_by_two(house: House, address: str) -> tuple[UUID, str]:
    """A request on which two agreed, and the token that stops it."""
    request_id = await asked(house, address)
    for _ in range(waiting.MUST_AGREE):
        await colleague_says(house, request_id)
    return request_id, (await tokens(house))[address]


async def link_after_the_wait(house: House, request_id: UUID, address: str) -> str:
    """The token that sets a password, once the clock was moved on."""
    async with house.transaction(waiting.RECOVERY) as session:
        assert request_id in await waiting.due(session)
    await waiting.send_link(house, request_id)
    return (await tokens(house))[address]
