"""Showing anew with a passkey that an account is one's own."""

import json

import pytest

from services.accounts.enrolment import DOOR
from services.accounts.passkeys import proving, signing_in
from services.accounts.passkeys.checking import PROBLEMS
from services.accounts.sessions import PROOF_LASTS, is_proved_lately, visitor_of
from services.clock import FixedClock
from services.errors import Invalid
from services.house import House
from services.visitor import Guest, Person
from tests.services.accounts.passkeys.having import with_passkey


async def _refusal(house: House, person: Person, sent: str) -> str:
    with pytest.raises(Invalid) as refused:
        await proving.prove(house, person, sent=sent)
    assert refused.value.code in PROBLEMS
    return refused.value.code


async def test_a_passkey_of_ones_own_proves_it_for_ten_minutes_under_a_new_token(
    house: House, clock: FixedClock
) -> None:
    person, device = await with_passkey(house)
    clock.advance(PROOF_LASTS)
    assert not is_proved_lately(house, person)
    opened = await proving.prove(house, person, sent=device.sign(await proving.question(house, person)))
    assert is_proved_lately(house, opened.visitor)
    async with house.transaction(DOOR) as session:
        assert await visitor_of(session, opened.token) == person


async def test_only_the_persons_own_passkeys_are_asked_for(house: House) -> None:
    person, device = await with_passkey(house)
    asked = json.loads(await proving.question(house, person))
    assert [each["id"] for each in asked["allowCredentials"]] == [json.loads(device.sign(json.dumps(asked)))["id"]]
    assert asked["userVerification"] == "required"


async def test_a_device_that_is_asked_for_one_key_need_not_name_its_person(house: House) -> None:
    person, device = await with_passkey(house)
    answer = json.loads(device.sign(await proving.question(house, person)))
    del answer["response"]["userHandle"]
    opened = await proving.prove(house, person, sent=json.dumps(answer))
    assert opened.visitor.person_id == person.person_id


async def test_a_passkey_of_somebody_else_proves_nothing(house: House) -> None:
    person, _ = await with_passkey(house)
    _, others = await with_passkey(house)
    assert await _refusal(house, person, others.sign(await proving.question(house, person))) == "passkey.not_yours"


async def test_an_answer_to_sign_in_proves_nothing_and_one_that_proves_signs_nobody_in(house: House) -> None:
    person, device = await with_passkey(house)
    to_sign_in = device.sign(await signing_in.question(house, person))
    assert await _refusal(house, person, to_sign_in) == "passkey.too_late"
    to_prove = device.sign(await proving.question(house, person))
    with pytest.raises(Invalid):
        await signing_in.sign_in(house, Guest(person.session_id), sent=to_prove)
