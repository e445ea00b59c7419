"""Codes of an authenticator app, held against RFC 6238."""

from base64 import b32encode
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from services.accounts.enrolment import DOOR
from services.accounts.second_steps import authenticator
from services.clock import FixedClock
from services.errors import Invalid
from services.house import House
from services.visitor import Person
from tests.authenticator_app import Phone, code_of, with_second_step
from tests.factories import a_person

A_STEP = timedelta(seconds=30)


async def _refused(house: House, person: Person, code: str) -> str:
    """Why a code is refused; empty when it is taken."""
    try:
        async with house.transaction(DOOR) as session:
            await authenticator.accept(session, person.person_id, code=code)
    except Invalid as problem:
        return problem.code
    return ""


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "94287082"), (1111111109, "07081804"), (1234567890, "89005924"), (20000000000, "65353130")],
)
def test_the_app_of_the_tests_shows_what_the_standard_says(seconds: int, code: str) -> None:
    """RFC 6238, appendix B, SHA-1."""
    key = b32encode(b"12345678901234567890").decode()
    assert code_of(key, datetime.fromtimestamp(seconds, UTC), digits=8) == code


async def test_a_code_is_taken_one_step_early_or_late_and_no_further(house: House, clock: FixedClock) -> None:
    maria = await a_person(house)
    phone = await with_second_step(house, maria.person_id)
    for steps, refused in ((2, "second_step.not_right"), (1, ""), (2, "second_step.not_right")):
        assert await _refused(house, maria, code_of(phone.key, clock.now() + steps * A_STEP)) == refused
    clock.advance(3 * A_STEP)
    for steps, refused in ((-2, "second_step.not_right"), (-1, ""), (0, "")):
        assert await _refused(house, maria, code_of(phone.key, clock.now() + steps * A_STEP)) == refused


async def test_a_code_is_taken_once_and_so_is_no_older_one(house: House, clock: FixedClock) -> None:
    maria = await a_person(house)
    phone = await with_second_step(house, maria.person_id)
    assert await _refused(house, maria, code_of(phone.key, clock.now())) == "second_step.used_already"
    clock.advance(2 * A_STEP)
    now, before = code_of(phone.key, clock.now()), code_of(phone.key, clock.now() - A_STEP)
    assert [await _refused(house, maria, code) for code in (now, now, before)] == [
        "",
        "second_step.used_already",
        "second_step.used_already",
    ]


@pytest.mark.parametrize("typed", ["{0}{1}{2} {3}{4}{5}", " {0} {1} {2} {3} {4} {5}\n"])
async def test_spaces_may_be_typed(house: House, clock: FixedClock, typed: str) -> None:
    maria = await a_person(house)
    phone = await with_second_step(house, maria.person_id)
    clock.advance(A_STEP)
    assert await _refused(house, maria, typed.format(*phone.code(clock.now()))) == ""


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"])
async def test_what_is_no_code_is_refused(house: House, typed: str) -> None:
    maria = await a_person(house)
    await with_second_step(house, maria.person_id)
    assert await _refused(house, maria, typed) == "second_step.not_right"


async def test_an_app_counts_from_when_a_code_of_it_was_typed(house: House, clock: FixedClock) -> None:
    maria = await a_person(house)
    async with house.transaction(DOOR) as session:
        key = await authenticator.begin(session, maria.person_id, name="maria@people.example")
    assert "issuer=MBTQ" in key.link
    async with house.transaction(maria) as session:
        assert await authenticator.confirmed_at(session, maria.person_id) is None
    assert await _refused(house, maria, code_of(key.text, clock.now())) == "second_step.not_right"


async def test_the_key_stays_the_same_while_it_is_set_up_and_is_another_after_an_hour(
    house: House, clock: FixedClock
) -> None:
    maria, keys = await a_person(house), []
    for minutes in (0, 30, 31):
        clock.advance(timedelta(minutes=minutes))
        async with house.transaction(DOOR) as session:
            keys.append((await authenticator.begin(session, maria.person_id, name="maria")).text)
    assert keys[0] == keys[1] != keys[2]


async def test_a_new_app_takes_the_place_of_the_one_before(house: House, clock: FixedClock) -> None:
    maria = await a_person(house)
    old = await with_second_step(house, maria.person_id)
    clock.advance(A_STEP)
    new = await with_second_step(house, maria.person_id)
    clock.advance(A_STEP)
    assert await _refused(house, maria, old.code(clock.now())) == "second_step.not_right"
    assert await _refused(house, maria, new.code(clock.now())) == ""


async def test_the_key_is_sealed_and_seen_by_its_owner_at_most(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    phone: Phone = await with_second_step(house, maria.person_id)
    for asking, count in ((maria, 1), (james, 0)):
        async with house.transaction(asking) as session:
            rows = (await (await session.connection()).execute(text("select secret_sealed from authenticator"))).all()
        assert len(rows) == count
        assert phone.key.encode() not in b"".join(bytes(row[0]) for row in rows)
