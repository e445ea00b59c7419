"""Sessions end when they should, at once, and everywhere when asked."""

from datetime import timedelta

from db.tables.people import Account
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.accounts.signing_in import sign_out
from services.clock import FixedClock
from services.house import House
from services.visitor import Guest, Person
from tests.factories import a_person


async def _holder(house: House, token: str) -> Person | Guest | None:
    async with house.transaction(DOOR) as session:
        return await sessions.visitor_of(session, token)


async def _guest_with_token(house: House) -> sessions.Opened[Guest]:
    async with house.transaction(DOOR) as session:
        return await sessions.open_for_guest(session)


async def _here(house: House, person: Person) -> Person | Guest | None:
    async with house.transaction(DOOR) as session:
        return await sessions.still_open(session, person.session_id)


async def test_a_token_is_known_until_it_is_too_old(house: House, clock: FixedClock) -> None:
    opened = await _guest_with_token(house)
    assert await _holder(house, opened.token) == opened.visitor
    clock.advance(sessions.GUEST_STAYS + timedelta(seconds=1))
    assert await _holder(house, opened.token) is None


async def test_a_made_up_token_is_nobodys(house: House) -> None:
    assert await _holder(house, "made up") is None


async def test_signing_out_ends_this_session_and_no_other(house: House) -> None:
    here, other = await a_person(house), await a_person(house)
    await sign_out(house, here, everywhere=False)
    assert await _here(house, here) is None
    assert await _here(house, other) == other


async def test_signing_out_everywhere_ends_the_sessions_on_every_device(house: House) -> None:
    phone = await a_person(house)
    async with house.transaction(DOOR) as session:
        laptop = await sessions.open_for(session, await session.get_one(Account, phone.person_id))
    await sign_out(house, phone, everywhere=True)
    assert await _here(house, phone) is None
    assert await _here(house, laptop.visitor) is None


async def test_a_guest_who_signs_in_keeps_the_session_under_a_new_token(house: House) -> None:
    before = await _guest_with_token(house)
    person = await a_person(house)
    async with house.transaction(DOOR) as session:
        account = await session.get_one(Account, person.person_id)
        after = await sessions.open_for(session, account, instead_of=before.visitor)
    assert after.visitor.session_id == before.visitor.session_id
    assert await _holder(house, before.token) is None
    assert await _holder(house, after.token) == after.visitor
