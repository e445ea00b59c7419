"""The e-mail address changes when the new one confirms it, and the old one can take it back for a week."""

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from db.tables.customers.trust import TrustedAccess
from db.tables.people import Account
from db.tables.ways_in.organisations import OrganisationLink
from db.types import new_id
from db.values.accounts import WayIn
from db.values.trust import Helper
from services.accounts import enrolment, sessions
from services.accounts.changes import address, undoing, wishes
from services.accounts.changes.waiting import give_up, send_again, waiting
from services.accounts.enrolment import DOOR
from services.accounts.organisations import links
from services.accounts.passkeys import keeping
from services.accounts.second_steps import half_way
from services.accounts.second_steps.having import second_steps_of
from services.clock import FixedClock
from services.errors import Conflict, Invalid, NotFound
from services.house import House
from services.privacy import leaving
from services.trust import inviting
from services.trust.wishes import Wish
from services.visitor import Guest, Person
from services.words import sentence
from tests.authenticator_app import with_second_step
from tests.factories import a_person, an_address
from tests.services.accounts.passkeys.having import a_device, added
from tests.services.feedback.mailroom import empty, letters_of


@pytest.fixture
def old() -> str:
    return an_address()


@pytest.fixture
async def person(house: House, old: str) -> Person:
    """Somebody with an account who has read all letters."""
    await empty(house)
    async with house.transaction(DOOR) as session:
        opened = await enrolment.sign_up(session, Guest(), address=old, password_hash="x")
    await letters_of(house)
    return opened.visitor


async def _token(house: House, *, to: str) -> str:
    """The token of the only letter that waits, which is for this address."""
    [letter] = await letters_of(house)
    assert letter["To"] == to
    return str(re.findall(r"token=(\S+)", letter.get_content())[0])


async def _asked(house: House, person: Person) -> tuple[str, str]:
    """A new address, and the token of the letter to it."""
    new = an_address()
    await address.ask(house, person, address=new)
    return new, await _token(house, to=new)


async def _changed(house: House, person: Person, old: str) -> tuple[str, str]:
    """The new address, and the token of the letter to the old one."""
    new, token = await _asked(house, person)
    await address.confirm(house, token=token)
    return new, await _token(house, to=old)


async def _owner_of(house: House, an_address: str) -> object:
    async with house.transaction(DOOR) as session:
        account = await enrolment.account_at(session, an_address)
        return account and account.id


async def test_nothing_changes_until_the_new_address_confirms_it(house: House, person: Person, old: str) -> None:
    new, token = await _asked(house, person)
    assert await address.to_confirm(house, token=token) == new
    async with house.transaction(person) as session:
        told = await waiting(session, person)
        assert told
        assert (told.new, told.until) == (new, house.clock.now() + wishes.CONFIRMED_WITHIN)
    assert (await _owner_of(house, old), await _owner_of(house, new)) == (person.person_id, None)
    await address.confirm(house, token=token)
    assert (await _owner_of(house, old), await _owner_of(house, new)) == (None, person.person_id)
    async with house.transaction(person) as session:
        assert (await enrolment.own_account(session, person)).address == new
        assert await waiting(session, person) is None


@pytest.mark.parametrize("late", [False, True])
async def test_a_link_works_once_and_for_a_day(house: House, person: Person, clock: FixedClock, late: bool) -> None:
    _, token = await _asked(house, person)
    if late:
        clock.advance(wishes.CONFIRMED_WITHIN)
    else:
        await address.confirm(house, token=token)
    for tried in (address.to_confirm, address.confirm, undoing.to_restore, undoing.undo):
        with pytest.raises(NotFound, match=r"address\.link_over"):
            await tried(house, token=token)


async def test_a_second_wish_makes_the_first_void(house: House, person: Person) -> None:
    _, first = await _asked(house, person)
    _, second = await _asked(house, person)
    with pytest.raises(NotFound):
        await address.confirm(house, token=first)
    await address.confirm(house, token=second)


async def test_the_old_address_takes_the_account_back_and_every_device_is_signed_out(
    house: House, person: Person, old: str, clock: FixedClock
) -> None:
    new, token = await _changed(house, person, old)
    clock.advance(timedelta(minutes=20))
    assert await undoing.to_restore(house, token=token) == undoing.Restores(old, keeps_account=False)
    assert not await undoing.undo(house, token=token)
    assert (await _owner_of(house, old), await _owner_of(house, new)) == (person.person_id, None)
    async with house.transaction(DOOR) as session:
        assert await sessions.still_open(session, person.session_id) is None
    with pytest.raises(NotFound):
        await undoing.undo(house, token=token)


async def test_who_takes_a_stolen_account_back_keeps_it_when_the_thief_had_it_deleted(
    house: House, person: Person, old: str
) -> None:
    evil, to_restore = await _changed(house, person, old)
    evil_too, _ = await _changed(house, person, evil)
    await leaving.ask(house, person, sure=True)
    letters = await letters_of(house)
    assert {letter["To"] for letter in letters} == {old, evil, evil_too}
    [way_back] = {str(re.findall(r"token=(\S+)", letter.get_content())[0]) for letter in letters}
    assert await leaving.can_be_taken_back(house, token=way_back)
    assert await undoing.to_restore(house, token=to_restore) == undoing.Restores(old, keeps_account=True)
    assert await undoing.undo(house, token=to_restore)
    told = await letters_of(house)
    assert {letter["To"] for letter in told} == {old}
    assert sentence("safety.kept_by_undoing.title") in {letter["Subject"] for letter in told}
    async with house.transaction(DOOR) as session:
        account = await session.get_one(Account, person.person_id)
        assert (await sessions.open_for(session, account)).visitor.person_id == person.person_id


async def test_an_address_that_takes_nothing_back_any_more_hears_of_no_deletion(
    house: House, person: Person, old: str, clock: FixedClock
) -> None:
    new, _ = await _changed(house, person, old)
    clock.advance(address.UNDONE_WITHIN)
    await leaving.ask(house, person, sure=True)
    assert [letter["To"] for letter in await letters_of(house)] == [new]


async def test_who_is_half_way_in_when_the_old_address_takes_the_account_back_begins_again(
    house: House, person: Person, old: str
) -> None:
    await with_second_step(house, person.person_id)
    await letters_of(house)
    _, token = await _changed(house, person, old)
    async with house.transaction(DOOR) as session:
        account = await session.get_one(Account, person.person_id)
        opened = await half_way.begin(session, account, guest=Guest(), way=WayIn.PASSWORD)
    assert await half_way.owed_by(house, opened.visitor)
    await undoing.undo(house, token=token)
    assert await half_way.owed_by(house, opened.visitor) is None


async def test_what_was_added_since_the_change_goes_with_it_and_what_was_there_before_stays(
    house: House, person: Person, old: str, clock: FixedClock
) -> None:
    await added(house, person, a_device(house))
    await letters_of(house)
    clock.advance(timedelta(minutes=1))
    _, token = await _changed(house, person, old)
    clock.advance(timedelta(minutes=1))
    await added(house, person, a_device(house))
    await with_second_step(house, person.person_id)
    for issuer, minutes in (("https://before.example", -5), ("https://since.example", 0)):
        await _linked(house, person, issuer, minutes)
    wish = Wish(email=an_address(), signed="Maria", helper=Helper.FAMILY_OR_FRIEND, talk="on", days="7")
    async with house.transaction(person) as session:
        await inviting.invite(session, person, wish)
    await letters_of(house)
    await undoing.undo(house, token=token)
    assert {letter["Subject"] for letter in await letters_of(house)} == {sentence("safety.address_undone.title")}
    async with house.transaction(person) as session:
        steps = await second_steps_of(session, person.person_id)
        assert len(await keeping.passkeys(session, person)) == 1
        assert [each.issuer for each in await links.links_of(session, person)] == ["https://before.example"]
        assert [each.ended_at for each in await session.exec(select(TrustedAccess))] == [clock.now()]
    assert (steps.app, steps.passkey) == (False, True)


async def _linked(house: House, person: Person, issuer: str, minutes: int) -> None:
    async with house.transaction(DOOR) as session:
        at = house.clock.now() + timedelta(minutes=minutes)
        row = OrganisationLink(
            account_id=person.person_id, issuer=issuer, subject_index=new_id().bytes, linked_at=at, last_used_at=at
        )
        session.add(row)


async def test_after_a_week_a_change_stays(house: House, person: Person, old: str, clock: FixedClock) -> None:
    _, token = await _changed(house, person, old)
    clock.advance(address.UNDONE_WITHIN)
    with pytest.raises(NotFound):
        await undoing.undo(house, token=token)


async def test_who_changed_it_twice_can_not_undo_what_the_first_owner_took_back(
    house: House, person: Person, old: str
) -> None:
    second, undo_first = await _changed(house, person, old)
    _, undo_second = await _changed(house, person, second)
    await undoing.undo(house, token=undo_first)
    with pytest.raises(NotFound):
        await undoing.undo(house, token=undo_second)
    assert await _owner_of(house, old) == person.person_id


async def test_an_address_with_an_account_is_told_and_nobody_else_learns_of_it(house: House, person: Person) -> None:
    taken = an_address()
    other = await a_person(house, address=taken)
    await address.ask(house, person, address=taken)
    async with house.transaction(person) as session:
        told = await waiting(session, person)
        assert told
        assert told.new == taken
    [letter] = await letters_of(house)
    assert letter["To"] == taken
    assert "token=" not in letter.get_content()
    assert await _owner_of(house, taken) == other.person_id


async def test_an_address_that_is_taken_meanwhile_stays_with_its_account(
    house: House, person: Person, old: str
) -> None:
    new, token = await _asked(house, person)
    await a_person(house, address=new)
    with pytest.raises(Conflict):
        await address.confirm(house, token=token)
    assert await _owner_of(house, old) == person.person_id


async def test_an_old_address_that_has_another_account_by_now_stays_with_that(
    house: House, person: Person, old: str
) -> None:
    _, token = await _changed(house, person, old)
    other = await a_person(house, address=old)
    with pytest.raises(Conflict):
        await undoing.undo(house, token=token)
    assert await _owner_of(house, old) == other.person_id


async def test_what_can_not_be_a_new_address_is_refused_and_so_is_the_sixth_in_a_day(
    house: House, person: Person, old: str
) -> None:
    for wrong, code in (("maria at home", "email.not_an_address"), (old.upper(), "address.same")):
        with pytest.raises(Invalid, match=code):
            await address.ask(house, person, address=wrong)
    for _ in range(5):
        await _asked(house, person)
    with pytest.raises(Invalid, match=r"address\.too_often"):
        await address.ask(house, person, address=an_address())


async def test_the_letter_comes_again_and_only_its_newest_link_works(
    house: House, person: Person, clock: FixedClock
) -> None:
    new, first = await _asked(house, person)
    with pytest.raises(Conflict, match=r"address\.just_sent"):
        await send_again(house, person)
    clock.advance(timedelta(minutes=1))
    await send_again(house, person)
    second = await _token(house, to=new)
    with pytest.raises(Conflict, match=r"address\.just_sent"):
        await send_again(house, person)
    with pytest.raises(NotFound):
        await address.confirm(house, token=first)
    await address.confirm(house, token=second)
    with pytest.raises(NotFound, match=r"address\.none_waits"):
        await send_again(house, person)


async def test_a_change_that_is_given_up_can_t_be_confirmed_and_the_one_before_can_still_be_undone(
    house: House, person: Person, old: str
) -> None:
    _, token = await _asked(house, person)
    await address.confirm(house, token=token)
    undo = await _token(house, to=old)
    _, token = await _asked(house, person)
    await give_up(house, person)
    with pytest.raises(NotFound):
        await address.confirm(house, token=token)
    with pytest.raises(NotFound, match=r"address\.none_waits"):
        await give_up(house, person)
    await undoing.undo(house, token=undo)


async def test_nobody_gives_up_the_change_of_another(house: House, person: Person) -> None:
    _, token = await _asked(house, person)
    with pytest.raises(NotFound):
        await give_up(house, await a_person(house))
    await address.confirm(house, token=token)
