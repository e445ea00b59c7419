"""Showing anew that an account is one's own."""

from datetime import timedelta

import pytest

from db.values.people import Role
from services.accounts import passwords, proving, sessions
from services.accounts.enrolment import DOOR
from services.accounts.signing_in import sign_in, sign_out
from services.clock import FixedClock
from services.errors import Invalid, NotAllowed
from services.house import House
from services.visitor import Guest, Person
from tests.factories import PASSWORD, a_person, an_address

HERE = "192.0.2.1"


async def _maria(house: House) -> Person:
    return await a_person(house, address=an_address(), password_hash=await passwords.hashed(PASSWORD))


async def _now(house: House, token: str) -> Person | Guest | None:
    async with house.transaction(DOOR) as session:
        return await sessions.visitor_of(session, token)


async def test_signing_in_is_a_proof_and_it_holds_for_ten_minutes(house: House, clock: FixedClock) -> None:
    maria = await _maria(house)
    assert sessions.is_proved_lately(house, maria)
    clock.advance(timedelta(minutes=10))
    assert not sessions.is_proved_lately(house, maria)


async def test_the_password_proves_it_and_the_session_goes_on_under_a_new_token(
    house: House, clock: FixedClock
) -> None:
    maria = await _maria(house)
    clock.advance(timedelta(minutes=20))
    first = await proving.prove(house, maria, password=PASSWORD, place=HERE)
    again = await proving.prove(house, maria, password=PASSWORD, place=HERE)
    assert sessions.is_proved_lately(house, again.visitor)
    assert again.visitor.session_id == maria.session_id
    assert again.lasts == sessions.PERSON_STAYS
    assert (await _now(house, first.token), await _now(house, again.token)) == (None, maria)


async def test_a_wrong_password_proves_nothing(house: House, clock: FixedClock) -> None:
    maria = await _maria(house)
    clock.advance(sessions.PROOF_LASTS)
    with pytest.raises(Invalid) as refused:
        await proving.prove(house, maria, password="not the password", place=HERE)
    assert (refused.value.field, refused.value.code) == ("password", "proof.password_not_right")
    assert refused.value.code in proving.CODES


async def test_tries_count_together_with_those_to_sign_in(house: House) -> None:
    address = an_address()
    await a_person(house, address=address, password_hash=await passwords.hashed(PASSWORD))
    opened = await sign_in(house, Guest(), address=address, password=PASSWORD, place=HERE)
    assert isinstance(opened.visitor, Person)
    for _ in range(5):
        with pytest.raises(Invalid):
            await proving.prove(house, opened.visitor, password="not the password", place=HERE)
    with pytest.raises(Invalid) as refused:
        await sign_in(house, Guest(), address=address, password=PASSWORD, place=HERE)
    assert refused.value.code == "too_many_tries.seconds_30"


async def test_a_session_that_has_ended_can_not_be_proved_back(house: House) -> None:
    maria = await _maria(house)
    await sign_out(house, maria, everywhere=False)
    with pytest.raises(NotAllowed):
        await proving.prove(house, maria, password=PASSWORD, place=HERE)


async def test_one_factor_does_not_give_the_rights_of_staff(house: House) -> None:
    address = an_address()
    dana = await a_person(house, role=Role.PREPARER, address=address, password_hash=await passwords.hashed(PASSWORD))
    assert (dana.roles, dana.lacks_second_step) == (frozenset({Role.PREPARER}), False)
    opened = await sign_in(house, Guest(), address=address, password=PASSWORD, place=HERE)
    assert isinstance(opened.visitor, Person)
    proved = await proving.prove(house, opened.visitor, password=PASSWORD, place=HERE)
    assert (proved.visitor.roles, proved.visitor.lacks_second_step) == (frozenset(), True)
