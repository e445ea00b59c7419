"""Guessing passwords gets slower and slower, and nobody can be locked out by somebody elsewhere."""

from datetime import timedelta

import psycopg
import pytest

from db.engine import libpq_url
from services.accounts import enrolment, passwords
from services.accounts.signing_in import sign_in
from services.clock import FixedClock
from services.errors import Invalid
from services.house import House
from services.visitor import Guest
from services.words import sentence
from tests.database import DatabaseUrls
from tests.factories import PASSWORD, a_person, an_address

HERE, ELSEWHERE = "192.0.2.1", "198.51.100.7"
WRONG = "not the password"
NOT_RIGHT = "sign_in.not_right"
WAITS = {
    30: "too_many_tries.seconds_30",
    60: "too_many_tries.minute_1",
    120: "too_many_tries.minutes_2",
    240: "too_many_tries.minutes_4",
    480: "too_many_tries.minutes_8",
    900: "too_many_tries.minutes_15",
}


@pytest.fixture
async def address(house: House) -> str:
    """Somebody's address, whose password is PASSWORD."""
    made = an_address()
    await a_person(house, address=made, password_hash=await passwords.hashed(PASSWORD))
    return made


async def _tried(house: House, address: str, password: str = WRONG, *, place: str = HERE) -> str:
    try:
        await sign_in(house, Guest(), address=address, password=password, place=place)
    except Invalid as refused:
        return refused.code
    return "signed in"


async def _slow_down(house: House, address: str, *, place: str = HERE) -> None:
    assert [await _tried(house, address, place=place) for _ in range(5)] == [*[NOT_RIGHT] * 4, WAITS[30]]


@pytest.mark.parametrize("known", [True, False])
async def test_after_five_wrong_tries_each_wait_is_longer_whether_or_not_there_is_an_account(
    house: House, clock: FixedClock, address: str, known: bool
) -> None:
    tried = address if known else an_address()
    await _slow_down(house, tried)
    for wait, longer in zip([30, 60, 120, 240, 480, 900, 900], [60, 120, 240, 480, 900, 900, 900], strict=True):
        assert await _tried(house, tried) == WAITS[wait]
        clock.advance(timedelta(seconds=wait))
        assert await _tried(house, tried) == WAITS[longer]


async def test_the_right_password_is_refused_with_the_same_words_until_the_wait_is_over(
    house: House, clock: FixedClock, address: str
) -> None:
    await _slow_down(house, address)
    assert await _tried(house, address, PASSWORD) == await _tried(house, address) == WAITS[30]
    clock.advance(timedelta(seconds=30))
    assert await _tried(house, address, PASSWORD) == "signed in"


async def test_whoever_gets_in_begins_anew(house: House, address: str) -> None:
    for _ in range(3):
        assert [await _tried(house, address) for _ in range(4)] == [NOT_RIGHT] * 4
        assert await _tried(house, address, PASSWORD) == "signed in"


async def test_another_spelling_of_the_address_is_no_way_around(house: House, address: str) -> None:
    await _slow_down(house, address)
    assert await _tried(house, f" {address.upper()} ") == WAITS[30]


async def test_nobody_is_locked_out_by_somebody_elsewhere(house: House, clock: FixedClock, address: str) -> None:
    for _ in range(40):
        await _tried(house, address, place=ELSEWHERE)
        clock.advance(timedelta(minutes=5))
    assert await _tried(house, address, place=ELSEWHERE) == WAITS[900]
    assert await _tried(house, address, PASSWORD, place=HERE) == "signed in"


async def test_many_places_together_are_slowed_down_as_well(house: House, clock: FixedClock, address: str) -> None:
    answers = [await _tried(house, address, place=f"203.0.113.{number}") for number in range(31)]
    assert answers == [*[NOT_RIGHT] * 29, WAITS[30], WAITS[30]]
    clock.advance(timedelta(minutes=15))
    assert await _tried(house, address, PASSWORD) == "signed in"


async def test_one_place_that_tries_many_accounts_is_slowed_down_and_others_are_not(house: House, address: str) -> None:
    answers = [await _tried(house, an_address()) for _ in range(31)]
    assert answers == [*[NOT_RIGHT] * 29, WAITS[30], WAITS[30]]
    assert await _tried(house, address, PASSWORD) == WAITS[30]
    assert await _tried(house, address, PASSWORD, place=ELSEWHERE) == "signed in"


async def test_a_school_whose_pupils_all_sign_in_does_not_slow_down(house: House, address: str) -> None:
    assert {await _tried(house, address, PASSWORD) for _ in range(40)} == {"signed in"}


async def test_an_account_of_ones_own_is_no_way_around_the_limit_of_a_place(house: House, address: str) -> None:
    for _ in range(29):
        assert await _tried(house, an_address()) == NOT_RIGHT
        assert await _tried(house, address, PASSWORD) in {"signed in", WAITS[30]}
    assert await _tried(house, an_address()) == WAITS[30]


async def test_the_beginning_of_a_wait_leaves_a_record_and_refused_tries_leave_none(
    house: House, address: str, database_urls: DatabaseUrls
) -> None:
    await _slow_down(house, address)
    await _tried(house, address)
    async with house.transaction(enrolment.DOOR) as session:
        account = await enrolment.account_at(session, address)
    acts = "select act from audit_record where subject_id = %s and act like 'sign_in.%%' order by at, act"
    with psycopg.connect(libpq_url(database_urls.owner)) as owner:
        assert account
        found = [act for (act,) in owner.execute(acts, [account.id]).fetchall()]
    assert found == [*["sign_in.refused"] * 5, "sign_in.slowed"]


@pytest.mark.parametrize("known", [True, False])
async def test_a_try_costs_one_hash_of_the_same_kind_whether_or_not_there_is_an_account(
    house: House, address: str, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    compared = []
    verify = passwords._matches  # pylint: disable=protected-access  # where the time goes

    def seen(password_hash: str, password: str) -> bool:
        compared.append(password_hash.rsplit("$", 2)[0])
        return verify(password_hash, password)

    monkeypatch.setattr(passwords, "_matches", seen)
    await _tried(house, address if known else an_address())
    assert compared == [(await passwords.hashed(PASSWORD)).rsplit("$", 2)[0]]


@pytest.mark.parametrize("code", WAITS.values())
def test_the_words_of_a_wait_say_how_long_it_is(code: str) -> None:
    unit, number = code.rsplit(".", 1)[1].split("_")
    assert f"wait {number} {unit}." in sentence(code)
