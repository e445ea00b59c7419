"""Recovery codes: ten, shown once, each used once."""

import pytest
from sqlalchemy import text

from services.accounts.enrolment import DOOR
from services.accounts.second_steps import recovery
from services.errors import Invalid
from services.house import House
from services.visitor import Person
from tests.factories import a_person


async def _codes(house: House, person: Person) -> list[str]:
    async with house.transaction(person) as session:
        return await recovery.make(session, person.person_id)


async def _is_taken(house: House, person: Person, code: str) -> bool:
    try:
        async with house.transaction(DOOR) as session:
            await recovery.accept(session, person.person_id, code=code)
    except Invalid:
        return False
    return True


async def _left(house: House, person: Person) -> int:
    async with house.transaction(person) as session:
        return await recovery.how_many_left(session, person.person_id)


async def test_each_of_ten_codes_opens_once(house: House) -> None:
    maria = await a_person(house)
    codes = await _codes(house, maria)
    assert len(set(codes)) == 10
    assert await _left(house, maria) == 10
    assert [await _is_taken(house, maria, codes[0]) for _ in range(2)] == [True, False]
    assert await _left(house, maria) == 9


async def test_a_code_may_be_typed_large_and_with_spaces_or_without_lines(house: House) -> None:
    maria = await a_person(house)
    first, second, *_ = await _codes(house, maria)
    assert await _is_taken(house, maria, f" {first.upper().replace('-', ' ')} ")
    assert await _is_taken(house, maria, second.replace("-", ""))


async def test_new_codes_take_the_place_of_the_old_ones(house: House) -> None:
    maria = await a_person(house)
    old, new = await _codes(house, maria), await _codes(house, maria)
    assert not await _is_taken(house, maria, old[0])
    assert await _is_taken(house, maria, new[0])
    assert await _left(house, maria) == 9


@pytest.mark.parametrize("has_codes", [True, False])
async def test_nobody_gets_in_by_a_code_of_somebody_else(house: House, has_codes: bool) -> None:
    maria, james = await a_person(house), await a_person(house)
    codes = await _codes(house, maria)
    if has_codes:
        await _codes(house, james)
    assert not await _is_taken(house, james, codes[0])
    assert not await _is_taken(house, james, "")


async def test_what_is_kept_of_a_code_is_a_hash(house: House) -> None:
    maria = await a_person(house)
    codes = await _codes(house, maria)
    async with house.transaction(maria) as session:
        kept = (await (await session.connection()).execute(text("select * from recovery_code"))).all()
    assert len(kept) == 10
    assert not [code for code in codes if code in str(kept) or code.replace("-", "") in str(kept)]
