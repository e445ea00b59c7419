"""Signing in on a device that the account does not know is told by letter; on one that it knows, nobody is bothered."""

from datetime import timedelta

import pytest

from db.tables.people import Account
from services.accounts import enrolment, known_devices, sessions, signing_in
from services.accounts.device_names import DeviceName
from services.accounts.devices import sign_out_device, sign_out_others
from services.accounts.enrolment import DOOR
from services.clock import FixedClock
from services.house import House
from services.tokens import new_token
from services.visitor import Guest, Person
from tests.factories import an_address
from tests.services.feedback.mailroom import empty, letters_of

PHONE = DeviceName("Safari", "iPhone")
LAPTOP = DeviceName("Firefox", "Windows")


@pytest.fixture(autouse=True)
async def _empty_mailroom(house: House) -> None:
    await empty(house)


async def _just_signed_up(house: House) -> Person:
    async with house.transaction(DOOR) as session:
        return (await enrolment.sign_up(session, Guest(), address=an_address(), password_hash="x")).visitor


async def _meet(house: House, person: Person, token: str = "", device: DeviceName = LAPTOP) -> str:
    async with house.transaction(DOOR) as session:
        return await known_devices.meet(session, person, token=token, device=device)


async def _again(house: House, person: Person) -> Person:
    """The same person signs in once more."""
    async with house.transaction(DOOR) as session:
        account = await session.get_one(Account, person.person_id)
        return (await sessions.open_for(session, account)).visitor


async def _told(house: House) -> list[str]:
    return [letter.get_content() for letter in await letters_of(house)]


async def test_where_somebody_has_just_made_their_account_is_not_news(house: House) -> None:
    assert await _meet(house, await _just_signed_up(house))
    assert await _told(house) == []


async def test_a_second_device_is_told_once_and_then_known(house: House) -> None:
    person = await _just_signed_up(house)
    await _meet(house, person)
    token = await _meet(house, await _again(house, person), device=PHONE)
    [letter] = await _told(house)
    assert "Safari on iPhone" in letter
    assert await _meet(house, await _again(house, person), token, PHONE) == token
    assert await _told(house) == []


async def test_the_first_device_of_an_older_account_is_told(house: House, clock: FixedClock) -> None:
    person = await _just_signed_up(house)
    clock.advance(timedelta(days=2))
    await _meet(house, await _again(house, person))
    assert len(await _told(house)) == 1


async def test_a_device_is_forgotten_after_400_days_without_signing_in(house: House, clock: FixedClock) -> None:
    person = await _just_signed_up(house)
    token = await _meet(house, person)
    clock.advance(timedelta(days=399))
    assert await _meet(house, await _again(house, person), token) == token
    clock.advance(timedelta(days=400))
    assert await _meet(house, await _again(house, person), token) != token
    assert len(await _told(house)) == 1


async def test_two_people_who_share_a_device_are_each_told_of_it_once(house: House) -> None:
    rosa, james = await _just_signed_up(house), await _just_signed_up(house)
    shared, _ = await _meet(house, rosa), await _meet(house, james)
    assert await _meet(house, await _again(house, james), shared) == shared
    assert len(await _told(house)) == 1
    for person in (rosa, james):
        await _meet(house, await _again(house, person), shared)
    assert await _told(house) == []


async def test_a_token_that_somebody_planted_is_replaced(house: House) -> None:
    planted = new_token()
    assert await _meet(house, await _just_signed_up(house), planted) != planted


async def test_who_signs_a_device_out_is_told_when_it_signs_in_again(house: House) -> None:
    here = await _just_signed_up(house)
    at_home = await _meet(house, here)
    on_phone = await _again(house, here)
    token = await _meet(house, on_phone, device=PHONE)
    await _told(house)
    async with house.transaction(here) as session:
        await sign_out_device(session, here, device_id=on_phone.session_id)
    await _meet(house, await _again(house, here), token, PHONE)
    assert len(await _told(house)) == 1
    await _meet(house, await _again(house, here), at_home)
    assert await _told(house) == []


@pytest.mark.parametrize("by_everywhere", [False, True])
async def test_everywhere_else_is_forgotten_and_this_device_stays_known(house: House, by_everywhere: bool) -> None:
    here = await _just_signed_up(house)
    at_home = await _meet(house, here)
    elsewhere = await _meet(house, await _again(house, here), device=PHONE)
    await _told(house)
    if by_everywhere:
        await signing_in.sign_out(house, here, everywhere=True)
    else:
        async with house.transaction(here) as session:
            await sign_out_others(session, here)
    await _meet(house, await _again(house, here), at_home)
    assert await _told(house) == []
    await _meet(house, await _again(house, here), elsewhere, PHONE)
    assert len(await _told(house)) == 1
