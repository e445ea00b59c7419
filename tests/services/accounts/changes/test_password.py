"""A person changes their password: with the current one, told by letter, and other devices as they wish."""

from datetime import timedelta

import pytest

from db.tables.people import Account
from services.accounts import enrolment, passwords, sessions
from services.accounts.changes import password
from services.accounts.signing_in import sign_in
from services.clock import FixedClock
from services.errors import Invalid, NotAllowed
from services.house import House
from services.visitor import Guest, Person
from tests.authenticator_app import with_second_step
from tests.factories import PASSWORD, an_address
from tests.services.feedback.mailroom import empty, letters_of

HERE = "192.0.2.1"
NEW = "seven quiet lamps on a boat"


@pytest.fixture
def address() -> str:
    return an_address()


@pytest.fixture
async def person(house: House, address: str) -> Person:
    """Somebody whose password is PASSWORD, and who has read all letters."""
    await empty(house)
    password_hash = await passwords.hashed(PASSWORD)
    async with house.transaction(enrolment.DOOR) as session:
        opened = await enrolment.sign_up(session, Guest(), address=address, password_hash=password_hash)
    await letters_of(house)
    return opened.visitor


async def _signed_in(house: House, address: str, with_password: str = PASSWORD) -> Person:
    opened = await sign_in(house, Guest(), address=address, password=with_password, place=HERE)
    assert isinstance(opened.visitor, Person)
    return opened.visitor


async def _is_open(house: House, person: Person) -> bool:
    async with house.transaction(enrolment.DOOR) as session:
        return await sessions.still_open(session, person.session_id) == person


async def _wrong(house: House, person: Person, current: str = PASSWORD, new: str = NEW) -> list[tuple[str, str]]:
    found = await password.problems(house, person, current=current, new=new, place=HERE)
    return [(each.field, each.code) for each in found]


async def test_the_new_password_opens_the_account_and_the_old_one_does_not(
    house: House, person: Person, address: str, clock: FixedClock
) -> None:
    clock.advance(timedelta(days=3))
    assert await _wrong(house, person) == []
    await password.change(house, person, new=NEW, ends_others=False)
    assert (await _signed_in(house, address, NEW)).person_id == person.person_id
    with pytest.raises(Invalid):
        await _signed_in(house, address, PASSWORD)
    async with house.transaction(person) as session:
        assert (await enrolment.own_account(session, person)).password_set_at == clock.now()


async def test_eight_characters_are_enough_beside_a_second_step(house: House, person: Person) -> None:
    assert await _wrong(house, person, new="kq7-wZ3!") == [("password", "password.too_short")]
    await with_second_step(house, person.person_id)
    assert await _wrong(house, person, new="kq7-wZ3!") == []
    assert await _wrong(house, person, new="kq7-wZ3") == [("password", "password.too_short_with_second_step")]
    assert await _wrong(house, person, new="Sommer99") == [("password", "password.guessed_soon")]


async def test_both_passwords_are_judged_at_once(house: House, person: Person, address: str) -> None:
    assert await _wrong(house, person, "not the password", "short") == [
        ("current", "password.not_current"),
        ("password", "password.too_short"),
    ]
    assert await _wrong(house, person, new=address) == [("password", "password.guessed_soon")]


async def test_the_current_password_is_tried_as_slowly_as_at_sign_in(house: House, person: Person) -> None:
    for _ in range(5):
        await _wrong(house, person, "not the password")
    assert await _wrong(house, person) == [("current", "too_many_tries.seconds_30")]


@pytest.mark.parametrize("ends_others", [True, False])
async def test_other_devices_are_signed_out_if_the_person_wants_it(
    house: House, person: Person, address: str, ends_others: bool
) -> None:
    elsewhere = await _signed_in(house, address)
    await password.change(house, person, new=NEW, ends_others=ends_others)
    assert await _is_open(house, person)
    assert await _is_open(house, elsewhere) is not ends_others


async def test_who_has_no_password_sets_one_after_showing_that_it_is_them(
    house: House, person: Person, address: str
) -> None:
    async with house.transaction(enrolment.DOOR) as session:
        (await session.get_one(Account, person.person_id)).password_hash = None
    assert await _wrong(house, person, "", "short") == [("password", "password.too_short")]
    assert await _wrong(house, person, "") == []
    await password.change(house, person, new=NEW, ends_others=False)
    [letter] = await letters_of(house)
    assert "A password was set for your account" in letter.get_content()
    assert (await _signed_in(house, address, NEW)).person_id == person.person_id


async def test_an_open_browser_is_not_enough_to_set_the_first_password(
    house: House, person: Person, clock: FixedClock
) -> None:
    async with house.transaction(enrolment.DOOR) as session:
        (await session.get_one(Account, person.person_id)).password_hash = None
    clock.advance(sessions.PROOF_LASTS)
    with pytest.raises(NotAllowed, match=r"proof\.needed"):
        await _wrong(house, person, "")


async def test_the_person_is_told_by_letter(house: House, person: Person, address: str) -> None:
    await password.change(house, person, new=NEW, ends_others=True)
    [letter] = await letters_of(house)
    assert letter["To"] == address
    assert "The password of your account was changed." in letter.get_content()
    assert NEW not in letter.get_content()
