"""A person is told by letter of what matters to the safety of their account."""

import pytest

from db.tables.people import BrowserSession
from services.accounts import enrolment, notices
from services.accounts.device_names import DeviceName
from services.house import House
from services.visitor import Guest, Person
from tests.factories import an_address
from tests.services.feedback.mailroom import empty, letters_of


@pytest.fixture(autouse=True)
async def _empty_mailroom(house: House) -> None:
    await empty(house)


async def _somebody(house: House, address: str, *, demo: bool = False) -> Person:
    async with house.transaction(enrolment.DOOR) as session:
        opened = await enrolment.sign_up(session, Guest(), address=address, password_hash="x", demo=demo)
    return opened.visitor


@pytest.mark.parametrize("event", list(notices.Event))
async def test_a_letter_says_what_happened_when_where_and_what_to_do(house: House, event: notices.Event) -> None:
    address = an_address()
    person = await _somebody(house, address)
    device = DeviceName("Firefox", "Windows")
    async with house.transaction(person) as session:
        await notices.tell(session, person, account_id=person.person_id, event=event, device=device)
    [letter] = await letters_of(house)
    assert letter["To"] == address
    assert "MBTQ account" in letter["Subject"]
    written = letter.get_content()
    for part in ("February 3, 2026 at 12:00 UTC", "Firefox on Windows", "/account/devices", "/contact", "by text"):
        assert part in written


async def test_where_no_device_is_named_it_is_the_one_of_the_person_who_asks(house: House) -> None:
    person = await _somebody(house, an_address())
    async with house.transaction(person) as session:
        row = await session.get_one(BrowserSession, person.session_id)
        row.browser, row.system = "Safari", "iPhone"
        await notices.tell(session, person, account_id=person.person_id, event=notices.Event.NEW_DEVICE)
    [letter] = await letters_of(house)
    assert "Device: Safari on iPhone." in letter.get_content()


async def test_nobody_writes_to_a_demo_account(house: House) -> None:
    person = await _somebody(house, an_address(), demo=True)
    async with house.transaction(person) as session:
        await notices.tell(session, person, account_id=person.person_id, event=notices.Event.PASSWORD_CHANGED)
    assert await letters_of(house) == []
