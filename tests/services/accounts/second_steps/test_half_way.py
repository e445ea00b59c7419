"""Between the password and the second step, a browser holds a guest's session and nothing more."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from db.tables.people import Account
from db.values.accounts import WayIn
from services.accounts import passwords, proving, sessions
from services.accounts.enrolment import DOOR
from services.accounts.passkeys import signing_in as by_passkey
from services.accounts.second_steps import half_way, recovery
from services.accounts.second_steps.half_way import Step
from services.accounts.second_steps.having import SecondSteps
from services.accounts.signing_in import let_in, sign_in, sign_out
from services.clock import FixedClock
from services.errors import Invalid
from services.house import House
from services.returns import opening
from services.visitor import Guest, Person
from services.words import sentence
from tests.authenticator_app import Phone, with_second_step
from tests.factories import PASSWORD, a_guest, a_person, an_address, an_estimate
from tests.services.accounts.passkeys.having import a_device, added
from tests.services.feedback.mailroom import empty, letters_of

HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"


class Maria:
    """Somebody with a password and a second step, the phone at hand."""

    def __init__(self, house: House, clock: FixedClock, address: str, person: Person, phone: Phone) -> None:
        self._house, self._clock = house, clock
        self.address, self.person, self.phone = address, person, phone

    async def half_way(self, guest: Guest | None = None, *, place: str = HERE) -> sessions.Opened[Person | Guest]:
        """Sign in by the password."""
        return await sign_in(self._house, guest or Guest(), address=self.address, password=PASSWORD, place=place)

    def code(self) -> str:
        """A code that was not shown before."""
        self._clock.advance(timedelta(seconds=30))
        return self.phone.code(self._clock.now())


@pytest.fixture
async def maria(house: House, clock: FixedClock) -> Maria:
    """Maria, signed in nowhere."""
    address = an_address()
    person = await a_person(house, address=address, password_hash=await passwords.hashed(PASSWORD))
    phone = await with_second_step(house, person.person_id)
    await sign_out(house, person, everywhere=True)
    return Maria(house, clock, address, person, phone)


async def _finish(
    house: House, visitor: Person | Guest, code: str, *, step: Step = Step.APP, place: str = HERE
) -> sessions.Opened[Person]:
    return await half_way.finish(house, visitor, step=step, code=code, place=place)


async def _holder(house: House, token: str) -> Person | Guest | None:
    async with house.transaction(DOOR) as session:
        return await sessions.visitor_of(session, token)


async def test_the_right_password_alone_opens_no_account(house: House, maria: Maria) -> None:
    opened = await maria.half_way()
    assert opened.owes_step
    assert await _holder(house, opened.token) == opened.visitor
    assert isinstance(opened.visitor, Guest)
    async with house.transaction(opened.visitor) as session:
        for table in ("account", "authenticator", "recovery_code", "owed_step", "browser_session", "tax_return"):
            asked = text(f"select * from {table}")  # noqa: S608  # a name from this line
            assert (await (await session.connection()).execute(asked)).all() == []


async def test_the_code_opens_it_under_another_token_and_with_two_factors(house: House, maria: Maria) -> None:
    before = await maria.half_way()
    opened = await _finish(house, before.visitor, maria.code())
    assert opened.visitor.person_id == maria.person.person_id
    assert opened.visitor.proved_at == house.clock.now()
    assert await _holder(house, before.token) is None
    assert await _holder(house, opened.token) == opened.visitor


async def test_what_a_guest_began_is_theirs_half_way_and_comes_along(house: House, maria: Maria) -> None:
    guest = await a_guest(house)
    begun = await an_estimate(house, guest)
    before = await maria.half_way(guest)
    assert before.visitor == guest
    async with house.transaction(guest) as session:
        assert (await opening.estimate_for(session, guest, tax_year=2025)).return_id == begun
    opened = await _finish(house, guest, maria.code())
    async with house.transaction(opened.visitor) as session:
        assert (await opening.estimate_for(session, opened.visitor, tax_year=2025)).return_id == begun


async def test_a_step_is_owed_for_ten_minutes_and_once(house: House, clock: FixedClock, maria: Maria) -> None:
    late, twice = await maria.half_way(), await maria.half_way()
    await _finish(house, twice.visitor, maria.code())
    clock.advance(half_way.OWED_FOR)
    for opened in (late, twice):
        with pytest.raises(Invalid) as refused:
            await _finish(house, opened.visitor, maria.code())
        assert (refused.value.field, refused.value.code) == ("email", "second_step.begin_again")


async def test_who_showed_no_password_owes_no_step(house: House, maria: Maria) -> None:
    for visitor in (Guest(), await a_guest(house), await a_person(house)):
        with pytest.raises(Invalid):
            await _finish(house, visitor, maria.code())


async def test_a_recovery_code_is_taken_in_place_of_the_app_s(house: House, maria: Maria) -> None:
    async with house.transaction(maria.person) as session:
        code, *_ = await recovery.make(session, maria.person.person_id)
    opened = await _finish(house, (await maria.half_way()).visitor, code, step=Step.RECOVERY)
    assert opened.visitor.person_id == maria.person.person_id
    with pytest.raises(Invalid):
        await _finish(house, (await maria.half_way()).visitor, code, step=Step.RECOVERY)


async def test_a_code_that_was_used_on_one_device_is_worth_nothing_on_another(house: House, maria: Maria) -> None:
    phone, thief, code = await maria.half_way(), await maria.half_way(place=ELSEWHERE), maria.code()
    await _finish(house, phone.visitor, code)
    with pytest.raises(Invalid) as refused:
        await _finish(house, thief.visitor, code, place=ELSEWHERE)
    assert refused.value.code == "second_step.used_already"


async def test_codes_can_not_be_tried_one_after_the_other(house: House, clock: FixedClock, maria: Maria) -> None:
    visitor = (await maria.half_way()).visitor
    clock.advance(timedelta(seconds=30))
    for _ in range(5):
        with pytest.raises(Invalid):
            await _finish(house, visitor, "000000")
    with pytest.raises(Invalid) as refused:
        await _finish(house, visitor, maria.phone.code(clock.now()))
    assert (refused.value.field, refused.value.code) == ("code", "too_many_tries.seconds_30")
    elsewhere = await maria.half_way(place=ELSEWHERE)
    await _finish(house, elsewhere.visitor, maria.code(), place=ELSEWHERE)


async def test_who_comes_by_a_passkey_has_shown_two_factors(house: House, maria: Maria) -> None:
    async with house.transaction(DOOR) as session:
        account = await session.get_one(Account, maria.person.person_id)
    opened = await let_in(house, Guest(), account, way=WayIn.PASSKEY)
    assert not opened.owes_step
    assert opened.visitor == Person(account.id, opened.visitor.session_id, maria.person.roles)  # type: ignore[arg-type]


async def test_who_begins_anew_for_another_account_owes_the_step_of_that_one(house: House, maria: Maria) -> None:
    first = await maria.half_way()
    assert isinstance(first.visitor, Guest)
    address = an_address()
    james = await a_person(house, address=address, password_hash=await passwords.hashed(PASSWORD))
    await with_second_step(house, james.person_id)
    await sign_in(house, first.visitor, address=address, password=PASSWORD, place=HERE)
    with pytest.raises(Invalid) as refused:
        await _finish(house, first.visitor, maria.code())
    assert refused.value.code == "second_step.not_right"


async def test_a_proof_asks_for_the_password_and_for_the_code(house: House, clock: FixedClock, maria: Maria) -> None:
    opened = await _finish(house, (await maria.half_way()).visitor, maria.code())
    clock.advance(sessions.PROOF_LASTS)
    async with house.transaction(opened.visitor) as session:
        assert await proving.asked_of(session, opened.visitor) == proving.Asked(password=True, code=True)
    for password, code, field in (("not it", maria.code(), "password"), (PASSWORD, "000000", "code")):
        with pytest.raises(Invalid) as refused:
            await proving.prove(house, opened.visitor, password=password, code=code, place=HERE)
        assert refused.value.field == field
    proved = await proving.prove(house, opened.visitor, password=PASSWORD, code=maria.code(), place=HERE)
    assert sessions.is_proved_lately(house, proved.visitor)


async def test_a_passkey_that_somebody_added_is_asked_for_after_their_password(house: House) -> None:
    address = an_address()
    person = await a_person(house, address=address, password_hash=await passwords.hashed(PASSWORD))
    device = a_device(house)
    await added(house, person, device)
    opened = await sign_in(house, Guest(), address=address, password=PASSWORD, place=HERE)
    assert opened.owes_step
    assert await half_way.owed_by(house, opened.visitor) == SecondSteps(app=False, passkey=True, recovery_codes=0)
    assert isinstance(opened.visitor, Guest)
    with pytest.raises(Invalid):
        await _finish(house, opened.visitor, "000000")
    signed = await by_passkey.sign_in(
        house, opened.visitor, sent=device.sign(await by_passkey.question(house, opened.visitor))
    )
    assert isinstance(signed.visitor, Person)


async def test_a_recovery_code_takes_the_place_of_a_lost_passkey(house: House) -> None:
    address = an_address()
    person = await a_person(house, address=address, password_hash=await passwords.hashed(PASSWORD))
    await added(house, person, a_device(house))
    async with house.transaction(person) as session:
        code, *_ = await recovery.make(session, person.person_id)
    opened = await sign_in(house, Guest(), address=address, password=PASSWORD, place=HERE)
    assert isinstance(opened.visitor, Guest)
    finished = await _finish(house, opened.visitor, code, step=Step.RECOVERY)
    assert finished.visitor.person_id == person.person_id


async def test_the_owner_is_told_once_of_several_wrong_codes_after_a_right_password(
    house: House, clock: FixedClock, maria: Maria
) -> None:
    await empty(house)
    visitor = (await maria.half_way()).visitor
    for tries in range(7):
        with pytest.raises(Invalid):
            await _finish(house, visitor, "000000")
        clock.advance(timedelta(minutes=1) if tries >= 4 else timedelta())
    assert [letter["Subject"] for letter in await letters_of(house)] == [sentence("safety.wrong_codes.title")]
