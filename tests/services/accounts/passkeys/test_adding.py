"""Adding a passkey, naming it and taking it away."""

import json
from datetime import timedelta

import psycopg
import pytest

from db.engine import libpq_url
from services.accounts.passkeys import adding, challenges, keeping
from services.accounts.passkeys.keeping import OwnPasskey
from services.clock import FixedClock
from services.errors import Conflict, Invalid, NotFound
from services.house import House
from services.visitor import Person
from tests.authenticator import BACKED_UP, MAY_BACK_UP, PRESENT, VERIFIED, Authenticator
from tests.database import DatabaseUrls
from tests.factories import a_person, an_address
from tests.services.accounts.passkeys.having import LAPTOP, a_device, added, with_passkey

WINDOWS_HELLO = bytes.fromhex("08987058cadc4b81b6e130de50dcbe96")


async def _own(house: House, person: Person) -> list[OwnPasskey]:
    async with house.transaction(person) as session:
        return await keeping.passkeys(session, person)


async def _refusal(house: House, person: Person, sent: str) -> str:
    with pytest.raises(Invalid) as refused:
        await adding.add(house, person, sent=sent, device=LAPTOP)
    return refused.value.code


async def test_the_question_names_us_and_the_person_and_wants_a_passkey_that_asks_who_it_is(house: House) -> None:
    address = an_address()
    person = await a_person(house, address=address)
    asked = json.loads(await adding.question(house, person))
    assert asked["rp"] == {"name": "MBTQ", "id": "localhost"}
    assert asked["user"]["name"] == address
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert asked["attestation"] == "none"
    assert asked["excludeCredentials"] == []


async def test_a_device_that_has_one_is_asked_for_no_second(house: House) -> None:
    person, device = await with_passkey(house)
    [excluded] = json.loads(await adding.question(house, person))["excludeCredentials"]
    assert excluded["id"] == json.loads(device.make(await adding.question(house, person)))["id"]


@pytest.mark.parametrize(("aaguid", "name"), [(bytes(16), "Firefox on Windows"), (WINDOWS_HELLO, "Windows Hello")])
async def test_it_is_called_by_what_keeps_it_or_by_where_it_was_made(house: House, aaguid: bytes, name: str) -> None:
    person, _ = await with_passkey(house, aaguid=aaguid)
    await added(house, person, a_device(house, aaguid=aaguid))
    assert [each.name for each in await _own(house, person)] == [f"{name}, number 2", name]


async def test_it_is_known_whether_other_devices_have_it_too(house: House) -> None:
    person, _ = await with_passkey(house)
    await added(house, person, a_device(house, flags=PRESENT | VERIFIED | MAY_BACK_UP | BACKED_UP))
    assert [each.is_backed_up for each in await _own(house, person)] == [True, False]


@pytest.mark.parametrize(
    "wrong", [{"origin": "https://mbtq.example.net"}, {"rp_id": "example.net"}, {"flags": PRESENT}, {"flags": VERIFIED}]
)
async def test_a_passkey_that_is_not_for_us_or_asks_nobody_is_not_kept(house: House, wrong: dict[str, object]) -> None:
    person = await a_person(house)
    sent = a_device(house, **wrong).make(await adding.question(house, person))
    assert await _refusal(house, person, sent) == "passkey.not_right"
    assert await _own(house, person) == []


async def test_a_question_is_answered_once_and_by_who_was_asked(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    question = await adding.question(house, maria)
    assert await _refusal(house, james, a_device(house).make(question)) == "passkey.too_late"
    await adding.add(house, maria, sent=a_device(house).make(question), device=LAPTOP)
    assert await _refusal(house, maria, a_device(house).make(question)) == "passkey.too_late"


async def test_after_five_minutes_it_is_too_late(house: House, clock: FixedClock) -> None:
    person = await a_person(house)
    question = await adding.question(house, person)
    clock.advance(challenges.LASTS + timedelta(seconds=1))
    assert await _refusal(house, person, a_device(house).make(question)) == "passkey.too_late"


async def test_a_passkey_of_another_person_can_not_be_added(house: House) -> None:
    _, device = await with_passkey(house)
    other = await a_person(house)
    stolen = Authenticator(device.origin, credential_id=device.credential_id)
    assert await _refusal(house, other, stolen.make(await adding.question(house, other))) == "passkey.known_already"


async def test_there_are_at_most_twenty(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "MOST", 1)
    person, _ = await with_passkey(house)
    sent = a_device(house).make(await adding.question(house, person))
    assert await _refusal(house, person, sent) == "passkey.too_many"


@pytest.mark.parametrize("sent", ["", "{", "{}", '{"id": "a", "rawId": "a", "type": "public-key", "response": {}}'])
async def test_what_is_no_answer_at_all_is_told_so(house: House, sent: str) -> None:
    assert await _refusal(house, await a_person(house), sent) == "passkey.unreadable"


async def test_a_new_name_is_kept_sealed(house: House, database_urls: DatabaseUrls) -> None:
    person, _ = await with_passkey(house)
    [kept] = await _own(house, person)
    async with house.transaction(person) as session:
        await keeping.rename(session, person, "  Rosa’s  phone ", passkey_id=kept.id)
    assert [each.name for each in await _own(house, person)] == ["Rosa’s phone"]
    with psycopg.connect(libpq_url(database_urls.owner)) as owner:
        [(sealed,)] = owner.execute("select name_sealed from passkey where id = %s", [kept.id]).fetchall()
    assert b"phone" not in bytes(sealed)


@pytest.mark.parametrize(("name", "code"), [(" ", "passkey.name_missing"), ("x" * 61, "passkey.name_too_long")])
async def test_a_name_has_one_to_sixty_characters(house: House, name: str, code: str) -> None:
    person, _ = await with_passkey(house)
    [kept] = await _own(house, person)
    async with house.transaction(person) as session:
        with pytest.raises(Invalid) as refused:
            await keeping.rename(session, person, name, passkey_id=kept.id)
    assert refused.value.code == code


async def test_a_stranger_can_neither_name_nor_remove_it(house: House) -> None:
    person, _ = await with_passkey(house)
    [kept] = await _own(house, person)
    stranger = await a_person(house)
    async with house.transaction(stranger) as session:
        with pytest.raises(NotFound):
            await keeping.rename(session, stranger, "Mine", passkey_id=kept.id)
        with pytest.raises(NotFound):
            await keeping.remove(session, stranger, passkey_id=kept.id)
    assert [each.name for each in await _own(house, person)] == [kept.name]


async def test_the_only_way_in_is_not_taken_away(house: House, database_urls: DatabaseUrls) -> None:
    person, _ = await with_passkey(house)
    with psycopg.connect(libpq_url(database_urls.owner)) as owner:
        owner.execute("update account set password_hash = null where id = %s", [person.person_id])
    [kept] = await _own(house, person)
    async with house.transaction(person) as session:
        with pytest.raises(Conflict) as refused:
            await keeping.remove(session, person, passkey_id=kept.id)
        assert refused.value.code == "passkey.last_way_in"
    await added(house, person, a_device(house))
    async with house.transaction(person) as session:
        await keeping.remove(session, person, passkey_id=kept.id)
    assert len(await _own(house, person)) == 1
