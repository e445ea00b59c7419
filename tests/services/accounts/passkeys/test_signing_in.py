"""Signing in with a passkey: who comes in, and every way in which an answer can be wrong."""

from collections.abc import Callable
from datetime import timedelta

import psycopg
import pytest

from db.engine import libpq_url
from db.values.people import Role
from services.accounts.passkeys import adding, challenges, keeping, signing_in
from services.accounts.sessions import Opened
from services.clock import FixedClock
from services.errors import Invalid
from services.house import House
from services.returns import opening
from services.visitor import Guest, Person
from tests.authenticator import PRESENT, VERIFIED, Authenticator
from tests.database import DatabaseUrls
from tests.factories import a_guest, a_person, an_estimate
from tests.services.accounts.passkeys.having import a_device, added, with_passkey
from tests.services.feedback.mailroom import empty, letters_of


async def _refusal(house: House, sent: str) -> str:
    with pytest.raises(Invalid) as refused:
        await signing_in.sign_in(house, Guest(), sent=sent)
    assert refused.value.field == "passkey"
    return refused.value.code


async def _asked(house: House) -> str:
    return await signing_in.question(house, Guest())


def _person(opened: Opened[Person | Guest]) -> Person:
    assert isinstance(opened.visitor, Person)
    return opened.visitor


async def test_a_passkey_opens_a_session_of_its_person_who_is_not_asked_for_an_address(house: House) -> None:
    person, device = await with_passkey(house)
    opened = await signing_in.sign_in(house, Guest(), sent=device.sign(await _asked(house)))
    assert _person(opened).person_id == person.person_id
    async with house.transaction(person) as session:
        [kept] = await keeping.passkeys(session, person)
    assert kept.last_used_at == house.clock.now()


async def test_what_a_guest_began_is_theirs_after_signing_in_with_a_passkey(house: House) -> None:
    _, device = await with_passkey(house)
    guest = await a_guest(house)
    begun = await an_estimate(house, guest)
    question = await signing_in.question(house, guest)
    opened = await signing_in.sign_in(house, guest, sent=device.sign(question))
    async with house.transaction(opened.visitor) as session:
        assert (await opening.estimate_for(session, opened.visitor, tax_year=2025)).return_id == begun


def _at_another_origin(device: Authenticator) -> None:
    device.origin = "https://mbtq.example.net"


def _for_another_name(device: Authenticator) -> None:
    device.rp_id = "example.net"


def _without_looking_who_it_is(device: Authenticator) -> None:
    device.flags = PRESENT


def _without_anybody_there(device: Authenticator) -> None:
    device.flags = VERIFIED


def _with_another_key(device: Authenticator) -> None:
    device.key = Authenticator("").key


def _in_the_name_of_nobody(device: Authenticator) -> None:
    device.user_handle = b""


@pytest.mark.parametrize(
    "goes_wrong",
    [
        _at_another_origin,
        _for_another_name,
        _without_looking_who_it_is,
        _without_anybody_there,
        _with_another_key,
        _in_the_name_of_nobody,
    ],
)
async def test_an_answer_that_is_wrong_in_one_thing_opens_nothing(
    house: House, goes_wrong: Callable[[Authenticator], None]
) -> None:
    _, device = await with_passkey(house)
    goes_wrong(device)
    assert await _refusal(house, device.sign(await _asked(house))) == "passkey.not_right"


async def test_a_key_does_not_open_the_account_of_another_person_that_it_names(house: House) -> None:
    _, device = await with_passkey(house)
    device.user_handle = (await a_person(house)).person_id.bytes
    assert await _refusal(house, device.sign(await _asked(house))) == "passkey.not_right"


async def test_a_key_that_was_never_added_is_not_known(house: House) -> None:
    device = a_device(house)
    device.user_handle = (await a_person(house)).person_id.bytes
    assert await _refusal(house, device.sign(await _asked(house))) == "passkey.unknown"


async def test_an_answer_is_good_once(house: House) -> None:
    _, device = await with_passkey(house)
    answer = device.sign(await _asked(house))
    await signing_in.sign_in(house, Guest(), sent=answer)
    assert await _refusal(house, answer) == "passkey.too_late"


async def test_a_question_is_used_up_by_a_wrong_answer_too(house: House) -> None:
    _, device = await with_passkey(house)
    question = await _asked(house)
    device.flags = PRESENT
    assert await _refusal(house, device.sign(question)) == "passkey.not_right"
    device.flags = PRESENT | VERIFIED
    assert await _refusal(house, device.sign(question)) == "passkey.too_late"


async def test_a_question_that_we_did_not_ask_is_not_answered(house: House) -> None:
    _, device = await with_passkey(house)
    assert (
        await _refusal(house, device.sign('{"challenge": "bWFkZSB1cCBieSBzb21lYm9keSBlbHNlLi4u"}'))
        == "passkey.too_late"
    )


async def test_the_question_of_another_session_is_not_answered(house: House) -> None:
    _, device = await with_passkey(house)
    question = await signing_in.question(house, await a_guest(house))
    assert await _refusal(house, device.sign(question)) == "passkey.too_late"


async def test_a_question_about_a_new_passkey_opens_no_account(house: House) -> None:
    person, device = await with_passkey(house)
    with pytest.raises(Invalid) as refused:
        await signing_in.sign_in(house, person, sent=device.sign(await adding.question(house, person)))
    assert refused.value.code == "passkey.too_late"


async def test_after_five_minutes_an_answer_comes_too_late(house: House, clock: FixedClock) -> None:
    _, device = await with_passkey(house)
    question = await _asked(house)
    clock.advance(challenges.LASTS + timedelta(seconds=1))
    assert await _refusal(house, device.sign(question)) == "passkey.too_late"


@pytest.mark.parametrize("sent", ["", "{", "[]", "{}", '{"id": 1}', '{"id": "a", "rawId": "a", "response": {}}'])
async def test_what_is_no_answer_at_all_is_told_so(house: House, sent: str) -> None:
    assert await _refusal(house, sent) == "passkey.unreadable"


@pytest.mark.parametrize("count", [0, 6, 7])
async def test_a_count_that_does_not_go_on_is_refused_and_recorded_and_its_owner_reads_of_it(
    house: House, database_urls: DatabaseUrls, count: int
) -> None:
    person, device = await with_passkey(house, sign_count=7)
    device.sign_count = count
    await empty(house)
    assert await _refusal(house, device.sign(await _asked(house))) == "passkey.went_back"
    async with house.transaction(person) as session:
        [kept] = await keeping.passkeys(session, person)
    recorded = "select count(*) from audit_record where act = 'passkey.went_back' and subject_id = %s"
    with psycopg.connect(libpq_url(database_urls.owner)) as owner:
        assert owner.execute(recorded, [kept.id]).fetchone() == (1,)
    [letter] = await letters_of(house)
    assert letter["Subject"] == "A passkey of your MBTQ account may have been copied"
    assert "They did not get in." in letter.get_content()
    device.sign_count = 8
    opened = await signing_in.sign_in(house, Guest(), sent=device.sign(await _asked(house)))
    assert _person(opened).person_id == person.person_id


async def test_a_device_that_never_counts_comes_in_again_and_again(house: House) -> None:
    _, device = await with_passkey(house)
    for _ in range(2):
        await signing_in.sign_in(house, Guest(), sent=device.sign(await _asked(house)))


async def test_a_passkey_that_was_removed_is_not_known_any_more(house: House) -> None:
    person, device = await with_passkey(house)
    async with house.transaction(person) as session:
        [kept] = await keeping.passkeys(session, person)
        await keeping.remove(session, person, passkey_id=kept.id)
    assert await _refusal(house, device.sign(await _asked(house))) == "passkey.unknown"


async def test_the_key_of_a_removed_account_is_not_known_any_more(house: House, database_urls: DatabaseUrls) -> None:
    person, device = await with_passkey(house)
    with psycopg.connect(libpq_url(database_urls.owner)) as owner:
        owner.execute("delete from account where id = %s", [person.person_id])
    assert await _refusal(house, device.sign(await _asked(house))) == "passkey.unknown"


async def test_who_works_for_us_has_the_rights_of_that_after_signing_in_with_a_passkey(house: House) -> None:
    person, device = await a_person(house, role=Role.ADMINISTRATOR), a_device(house)
    await added(house, person, device)
    opened = await signing_in.sign_in(house, Guest(), sent=device.sign(await _asked(house)))
    assert _person(opened).roles == {Role.ADMINISTRATOR}


async def test_two_passkeys_of_a_person_open_the_same_account(house: House) -> None:
    person, laptop = await with_passkey(house)
    phone = a_device(house)
    await added(house, person, phone)
    opened = [await signing_in.sign_in(house, Guest(), sent=each.sign(await _asked(house))) for each in (laptop, phone)]
    assert {_person(each).person_id for each in opened} == {person.person_id}
