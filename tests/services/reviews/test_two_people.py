"""The review of a return that two people hold: both are told, each can stop it, and who leaves leaves in silence."""

from uuid import UUID

import pytest

from db.values.people import Role
from db.values.reviews import ChangedBy, ReviewState, ReviewStep
from services.audit.looking import Look, looks_at
from services.errors import NotFound
from services.house import House
from services.returns.joint import leaving
from services.reviews import asking, changed, preparing, reading, taking
from services.staff import customers
from services.staff.access import emergency, seeing
from services.staff.access.seeing import Seer
from services.visitor import Guest, Person
from tests.db.asking import ask, everything
from tests.factories import a_person
from tests.services.feedback.mailroom import letters_of
from tests.services.returns.couples import Couple, a_couple, joined
from tests.services.reviews.reviewing import a_preparer, answered, queue_of

pytestmark = pytest.mark.usefixtures("nobody_works_here")
MEMBERS = "select app_members_of_return(:id) as account_id"
CONTACTS = "select account_id from app_contacts_in_review(:id)"


async def _asked(house: House) -> tuple[Couple, UUID]:
    """Rosa and Sam hold a return, and Rosa asks for a review."""
    couple = await a_couple(house)
    await joined(house, couple)
    await letters_of(house)
    async with house.transaction(couple.rosa) as session:
        seen = await asking.ask(session, couple.rosa, return_id=couple.return_id)
    return couple, seen.id


async def _taken(house: House, review_id: UUID) -> Person:
    dana = await a_preparer(house)
    async with house.transaction(dana) as session:
        await taking.take(session, dana, review_id=review_id)
    return dana


async def _state(house: House, person: Person, couple: Couple) -> ReviewState:
    async with house.transaction(person) as session:
        seen = await reading.latest_of(session, person, return_id=couple.return_id)
    assert seen
    return seen.state


async def _reached_by(house: House, dana: Person) -> set[UUID]:
    async with house.transaction(dana) as session:
        return {each for each, _, _ in await customers.reach_now(session, dana)}


async def _seers(house: House, person: Person) -> list[Seer]:
    """Who of our team may see this person's data, as they read it."""
    async with house.transaction(person) as session:
        return await seeing.who_may_see(session, person)


async def _looks(house: House, person: Person) -> list[Look]:
    """Who looked at the return of this person, as they read it."""
    async with house.transaction(person) as session:
        listed = (await looks_at(session, person)).listed
    return [each for each in listed if each.act.startswith(("review.", "estimate."))]


async def _letters(house: House) -> dict[str, str]:
    return {each["To"]: each.get_content() for each in await letters_of(house)}


async def test_both_get_a_letter_at_each_step_and_who_did_not_ask_reads_who_did(house: House) -> None:
    couple, review_id = await _asked(house)
    letters = await _letters(house)
    assert letters.keys() == {couple.rosas, couple.sams}
    assert "You asked a tax preparer to check" in letters[couple.rosas]
    assert "The person you file with asked" in letters[couple.sams].replace("\n", " ")
    assert couple.rosas not in letters[couple.sams]
    dana = await _taken(house, review_id)
    assert (await _letters(house)).keys() == {couple.rosas, couple.sams}
    async with house.transaction(dana) as session:
        await preparing.ask_for(session, dana, "Do you have a 1099-INT?", review_id=review_id)
    letters = await _letters(house)
    assert letters.keys() == {couple.rosas, couple.sams}
    assert all("1099-INT" not in each for each in letters.values())


async def test_each_of_them_can_stop_it_and_the_preparer_sees_neither_any_more(house: House) -> None:
    couple, review_id = await _asked(house)
    dana = await _taken(house, review_id)
    assert await _reached_by(house, dana) == {couple.rosa.person_id}
    await _letters(house)
    async with house.transaction(couple.sam) as session:
        await asking.withdraw(session, couple.sam, review_id=review_id)
    assert await _reached_by(house, dana) == set()
    assert await everything(house, dana, "tax_return") == []
    assert await _state(house, couple.rosa, couple) is ReviewState.WITHDRAWN
    letters = await _letters(house)
    assert "You took your review back" in letters[couple.sams]
    assert "The person you file with took the review" in letters[couple.rosas].replace("\n", " ")


async def test_a_stranger_stops_no_review(house: House) -> None:
    couple, review_id = await _asked(house)
    dana = await _taken(house, review_id)
    stranger = await a_person(house)
    with pytest.raises(NotFound):
        async with house.transaction(stranger) as session:
            await asking.withdraw(session, stranger, review_id=review_id)
    await ask(house, stranger, "update assignment set ended_at = now()")
    assert await _reached_by(house, dana) == {couple.rosa.person_id}


async def test_who_asked_and_leaves_takes_it_back_in_silence(house: House) -> None:
    couple, review_id = await _asked(house)
    dana = await _taken(house, review_id)
    await _letters(house)
    async with house.transaction(couple.rosa) as session:
        await leaving.leave(session, couple.rosa, return_id=couple.return_id)
    assert await _letters(house) == {}
    assert await _reached_by(house, dana) == set()
    assert await _state(house, couple.sam, couple) is ReviewState.WITHDRAWN


async def test_who_did_not_ask_and_leaves_stops_nothing(house: House) -> None:
    couple, review_id = await _asked(house)
    dana = await _taken(house, review_id)
    await _letters(house)
    async with house.transaction(couple.sam) as session:
        await leaving.leave(session, couple.sam, return_id=couple.return_id)
    assert await _letters(house) == {}
    assert await _state(house, couple.rosa, couple) is ReviewState.TAKEN
    assert await _reached_by(house, dana) == {couple.rosa.person_id}


async def test_only_who_is_in_it_or_prepares_it_can_write_to_the_others(house: House) -> None:
    couple, review_id = await _asked(house)
    early = await a_preparer(house)
    for asker in (early, Guest(), await a_person(house), await a_person(house, role=Role.COORDINATOR)):
        assert await ask(house, asker, CONTACTS, id=review_id) == []
    dana = await _taken(house, review_id)
    assert (await queue_of(house, early)).count == 0
    rosa, sam = couple.rosa.person_id, couple.sam.person_id
    for who, others in ((couple.rosa, {sam}), (couple.sam, {rosa}), (dana, {rosa, sam})):
        assert {row["account_id"] for row in await ask(house, who, CONTACTS, id=review_id)} == others


async def test_the_preparer_knows_that_two_people_read_and_which_of_them_wrote(house: House) -> None:
    couple, review_id = await _asked(house)
    dana = await _taken(house, review_id)
    for person in (couple.rosa, couple.sam):
        async with house.transaction(person) as session:
            await asking.answer(session, person, "I have it.", review_id=review_id)
    async with house.transaction(dana) as session:
        seen = await reading.review_at(session, dana, review_id=review_id)
    assert seen.is_joint
    wrote = [each for each in seen.steps if each.step is ReviewStep.ANSWER]
    assert [each.by_other for each in wrote] == [False, True]
    async with house.transaction(couple.sam) as session:
        await leaving.leave(session, couple.sam, return_id=couple.return_id)
    async with house.transaction(dana) as session:
        assert not (await reading.review_at(session, dana, review_id=review_id)).is_joint


async def test_both_read_in_the_same_words_who_may_see_their_return(house: House) -> None:
    couple, review_id = await _asked(house)
    assert await _seers(house, couple.sam) == []
    dana = await _taken(house, review_id)
    [own, rosas], sams = await _seers(house, couple.rosa), await _seers(house, couple.sam)
    assert sams == [rosas]
    assert (rosas.tax_year, rosas.role, rosas.until) == (2025, Role.PREPARER, None)
    assert (own.tax_year, own.name) == (None, rosas.name)
    assert await _seers(house, await a_person(house)) == []
    async with house.transaction(dana) as session:
        await taking.hand_back(session, dana, review_id=review_id)
    assert await _seers(house, couple.sam) == await _seers(house, couple.rosa) == []


async def test_who_sees_one_of_them_in_an_emergency_sees_the_return_of_both_and_both_read_it(house: House) -> None:
    couple, _ = await _asked(house)
    lee = await a_person(house, role=Role.ADMINISTRATOR)
    async with house.transaction(lee) as session:
        await emergency.begin(session, lee, address=couple.rosas, reason="She can not sign in today.")
    sams = await _seers(house, couple.sam)
    assert [each.tax_year for each in sams] == [2025]
    assert sams[0].until
    assert sams[0] in await _seers(house, couple.rosa)


async def test_both_read_in_the_same_words_who_looked_also_when_that_is_over(house: House) -> None:
    couple, review_id = await _asked(house)
    dana = await _taken(house, review_id)
    async with house.transaction(dana) as session:
        await preparing.note(session, dana, "It is right.", review_id=review_id, line="1040.11a")
        await customers.estimate_at(session, dana, customer_id=couple.rosa.person_id, return_id=couple.return_id)
    async with house.transaction(couple.rosa) as session:
        await asking.withdraw(session, couple.rosa, review_id=review_id)
    looks = await _looks(house, couple.sam)
    assert looks == await _looks(house, couple.rosa)
    assert [each.act for each in reversed(looks)] == ["review.taken", "review.noted", "estimate.see"]
    assert {(each.name, each.reason) for each in looks} == {("A preparer", "joint")}


async def test_what_is_seen_after_somebody_left_is_told_to_who_stayed_alone(house: House) -> None:
    couple, review_id = await _asked(house)
    dana = await _taken(house, review_id)
    async with house.transaction(couple.sam) as session:
        await leaving.leave(session, couple.sam, return_id=couple.return_id)
    before = await _looks(house, couple.sam)
    async with house.transaction(dana) as session:
        await reading.review_at(session, dana, review_id=review_id)
    assert await _looks(house, couple.sam) == before
    assert await _seers(house, couple.sam) == []
    newest = (await _looks(house, couple.rosa))[0]
    assert (newest.act, newest.reason) == ("review.see", "assigned")


async def test_only_who_may_read_a_return_learns_whose_it_is(house: House) -> None:
    couple, review_id = await _asked(house)
    both = {couple.rosa.person_id, couple.sam.person_id}
    dana, early = await _taken(house, review_id), await a_preparer(house)
    for who, learns in ((couple.sam, both), (dana, both), (early, set()), (Guest(), set())):
        found = await ask(house, who, MEMBERS, id=couple.return_id)
        assert {row["account_id"] for row in found} == learns


async def test_each_of_them_and_their_preparer_read_who_changed_answers(house: House) -> None:
    couple, review_id = await _asked(house)
    dana = await _taken(house, review_id)
    await answered(house, couple.sam, couple.return_id, "taxpayer.wages", "41000")
    readers = {}
    for person in (couple.rosa, couple.sam):
        async with house.transaction(person) as session:
            seen = await reading.latest_of(session, person, return_id=couple.return_id)
            assert seen
            readers[person] = await changed.for_member(session, person, seen=seen)
    async with house.transaction(dana) as session:
        seen = await reading.review_at(session, dana, review_id=review_id)
        readers[dana] = await changed.for_preparer(session, dana, seen=seen)
    told = {person: [(each.by, each.told.path) for each in now.changes] for person, now in readers.items()}
    assert told == {
        couple.rosa: [(ChangedBy.OTHER_MEMBER, "spouse.wages")],
        couple.sam: [(ChangedBy.YOU, "taxpayer.wages")],
        dana: [(ChangedBy.OTHER_MEMBER, "spouse.wages")],
    }
