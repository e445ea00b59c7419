"""A review from the customer's wish to the approval, and every other way in which it can go."""

import asyncio
from datetime import timedelta

import pytest

from db.tables.staff import RoleGrant
from db.values.people import CommunicationPreference, Role
from db.values.reviews import ReviewState, ReviewStep
from services import preferences, retention
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.clock import FixedClock
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from services.house import House
from services.privacy.collecting import everything_about
from services.returns import opening
from services.reviews import asking, preparing, queueing, taking
from services.staff import customers, names
from services.staff.access import assigning
from services.staff.roles.granting import DESK
from services.visitor import Person
from tests.db.asking import everything
from tests.factories import a_person, an_assignment
from tests.services.feedback.mailroom import empty, letters_of
from tests.services.reviews.reviewing import (
    Asked,
    a_preparer,
    a_return,
    answered,
    asked,
    hers,
    queue_of,
    take,
    theirs,
)

pytestmark = pytest.mark.usefixtures("nobody_works_here")


async def _reaches(house: House, preparer: Person, review: Asked) -> bool:
    async with house.transaction(preparer) as session:
        reach = await customers.reach_now(session, preparer)
    return review.maria.person_id in {each for each, _, _ in reach}


async def test_a_review_goes_from_the_wish_over_a_question_to_the_approval(house: House, clock: FixedClock) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    assert await _reaches(house, dana, review)
    clock.advance(timedelta(minutes=1))
    async with house.transaction(dana) as session:
        await preparing.note(session, dana, "This is right.", review_id=review.review_id, line="1040.1a")
        await preparing.ask_for(session, dana, "Do you have a 1099-INT?", review_id=review.review_id)
    seen = await hers(house, review)
    assert (seen.state, seen.preparer, seen.is_open) == (ReviewState.WAITING, "A preparer", True)
    assert seen.question
    assert seen.question.text == "Do you have a 1099-INT?"
    assert [each.text for each in seen.about("1040.1a")] == ["This is right."]
    clock.advance(timedelta(minutes=1))
    async with house.transaction(review.maria) as session:
        await asking.answer(session, review.maria, " No. I have none. ", review_id=review.review_id)
    seen = await theirs(house, dana, review)
    assert (seen.state, seen.steps[-1].text) == (ReviewState.ANSWERED, "No. I have none.")
    async with house.transaction(dana) as session:
        estimate = await customers.estimate_at(session, dana, customer_id=seen.customer_id, return_id=review.return_id)
        await preparing.approve(
            session, dana, review_id=review.review_id, revision=estimate.revision, although_open=True
        )
    seen = await hers(house, review)
    assert [each.step for each in seen.steps] == [
        ReviewStep.ASKED,
        ReviewStep.TAKEN,
        ReviewStep.NOTE,
        ReviewStep.QUESTION,
        ReviewStep.ANSWER,
        ReviewStep.APPROVED,
    ]
    assert [each.who for each in seen.steps] == ["", *["A preparer"] * 3, "", "A preparer"]
    assert not await _reaches(house, dana, review)
    assert seen.approval
    assert seen.approval.still_holds(estimate)
    await answered(house, review.maria, review.return_id, "taxpayer.wages", "31201")
    async with house.transaction(review.maria) as session:
        now = await opening.estimate_for(session, review.maria, tax_year=2025)
    assert not seen.approval.still_holds(now)


async def test_answers_that_were_changed_meanwhile_are_not_approved(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    revision = await _revision(house, dana, review)
    await answered(house, review.maria, review.return_id, "taxpayer.wages", "40000")
    with pytest.raises(Conflict, match=r"review\.answers_changed"):
        await _approve(house, dana, review, revision)
    with pytest.raises(Conflict, match=r"review\.not_looked"):
        await _approve(house, dana, review, revision + 1)
    await _approve(house, dana, review, revision + 1, has_looked=True)


async def test_a_return_without_a_result_is_not_approved(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await answered(house, review.maria, review.return_id, "taxpayer.date_of_birth", None)
    await take(house, dana, review)
    with pytest.raises(Conflict, match=r"review\.no_result"):
        await _approve(house, dana, review, await _revision(house, dana, review))
    async with house.transaction(dana) as session:
        await preparing.close(session, dana, "It needs a form by hand.", review_id=review.review_id)
    seen = await hers(house, review)
    assert (seen.state, seen.is_open, seen.approval) == (ReviewState.CLOSED, False, None)
    assert seen.reason == "It needs a form by hand."
    assert not await _reaches(house, dana, review)


async def test_nothing_is_approved_by_accident_while_a_question_is_open(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    revision = await _revision(house, dana, review)
    with pytest.raises(Conflict, match=r"review\.still_open"):
        await _approve(house, dana, review, revision, although_open=False)
    await _nothing_is_open(house, review)
    revision = await _revision(house, dana, review)
    async with house.transaction(dana) as session:
        await preparing.ask_for(session, dana, "Do you have a 1099-INT?", review_id=review.review_id)
    with pytest.raises(Conflict, match=r"review\.still_open"):
        await _approve(house, dana, review, revision, although_open=False, has_looked=True)
    async with house.transaction(review.maria) as session:
        await asking.answer(session, review.maria, "No.", review_id=review.review_id)
    await _approve(house, dana, review, revision, although_open=False, has_looked=True)
    assert (await hers(house, review)).state is ReviewState.APPROVED


async def _nothing_is_open(house: House, review: Asked) -> None:
    """Maria says all that could still change what comes out."""
    for path in ("taxpayer.blind", "taxpayer.can_be_claimed_as_dependent"):
        await answered(house, review.maria, review.return_id, path, False)
    await answered(house, review.maria, review.return_id, "everything_told", True)


async def _revision(house: House, dana: Person, review: Asked) -> int:
    about = {"customer_id": review.maria.person_id, "return_id": review.return_id}
    async with house.transaction(dana) as session:
        return (await customers.estimate_at(session, dana, **about)).revision


async def _approve(
    house: House, dana: Person, review: Asked, revision: int, *, although_open: bool = True, has_looked: bool = False
) -> None:
    how = {"although_open": although_open, "has_looked": has_looked}
    async with house.transaction(dana) as session:
        await preparing.approve(session, dana, review_id=review.review_id, revision=revision, **how)


async def test_of_two_preparers_who_take_the_same_review_at_once_one_gets_it(house: House) -> None:
    review, dana, paul = await asked(house), await a_preparer(house), await a_preparer(house)
    told = await asyncio.gather(*(take(house, each, review) for each in (dana, paul)), return_exceptions=True)
    assert sorted(type(each).__name__ for each in told) == ["Conflict", "NoneType"]
    reached = [await _reaches(house, each, review) for each in (dana, paul)]
    assert sorted(reached) == [False, True]
    seen = await hers(house, review)
    assert [each.step for each in seen.steps] == [ReviewStep.ASKED, ReviewStep.TAKEN]


async def test_a_preparer_hands_back_and_another_one_takes_it_with_all_that_was_written(house: House) -> None:
    review, dana, paul = await asked(house), await a_preparer(house), await a_preparer(house)
    await take(house, dana, review)
    assert (await queue_of(house, paul)).count == 0
    async with house.transaction(dana) as session:
        await preparing.note(session, dana, "I looked at the wages.", review_id=review.review_id)
        await taking.hand_back(session, dana, review_id=review.review_id)
    assert not await _reaches(house, dana, review)
    with pytest.raises(NotFound):
        await theirs(house, dana, review)
    assert (await hers(house, review)).state is ReviewState.ASKED
    await take(house, paul, review)
    assert "I looked at the wages." in [each.text for each in (await theirs(house, paul, review)).steps]


async def test_a_review_waits_again_when_its_preparer_is_not_assigned_any_more(house: House) -> None:
    review, dana, paul = await asked(house), await a_preparer(house), await a_preparer(house)
    await take(house, dana, review)
    cora = await a_person(house, role=Role.COORDINATOR)
    async with house.transaction(cora) as session:
        [assigned] = await assigning.every_assignment(session, cora)
        await assigning.end(session, cora, assignment_id=assigned.id)
    seen = await hers(house, review)
    assert (seen.state, seen.preparer) == (ReviewState.ASKED, "")
    with pytest.raises(NotFound):
        await theirs(house, dana, review)
    await take(house, paul, review)
    assert (await hers(house, review)).state is ReviewState.TAKEN


async def test_the_assignment_of_a_coordinator_is_neither_doubled_nor_ended(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await an_assignment(house, dana, review.maria, role=Role.PREPARER)
    await take(house, dana, review)
    async with house.transaction(dana) as session:
        await taking.hand_back(session, dana, review_id=review.review_id)
    assert await _reaches(house, dana, review)
    assert [each.id for each in (await queue_of(house, dana)).waiting] == [review.review_id]


async def test_a_customer_takes_it_back_and_the_preparer_sees_nothing_more(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    async with house.transaction(review.maria) as session:
        seen = await asking.withdraw(session, review.maria, review_id=review.review_id)
    assert (seen.state, seen.is_open) == (ReviewState.WITHDRAWN, False)
    assert not await _reaches(house, dana, review)
    assert (await queue_of(house, dana)).count == 0
    with pytest.raises(NotFound):
        await _approve(house, dana, review, 5)
    with pytest.raises(NotFound):
        async with house.transaction(review.maria) as session:
            await asking.answer(session, review.maria, "Wait!", review_id=review.review_id)
    async with house.transaction(review.maria) as session:
        again = await asking.ask(session, review.maria, return_id=review.return_id)
    assert (await queue_of(house, dana)).waiting[0].id == again.id


async def test_nobody_asks_twice_or_for_a_return_of_somebody_else(house: House) -> None:
    review, james = await asked(house), await a_person(house)
    with pytest.raises(Conflict, match=r"review\.asked_already"):
        async with house.transaction(review.maria) as session:
            await asking.ask(session, review.maria, return_id=review.return_id)
    with pytest.raises(NotFound):
        async with house.transaction(james) as session:
            await asking.ask(session, james, return_id=review.return_id)


async def test_a_preparer_can_t_take_the_review_of_their_own_return(house: House) -> None:
    dana = await a_preparer(house)
    return_id = await a_return(house, dana)
    async with house.transaction(dana) as session:
        own = await asking.ask(session, dana, return_id=return_id)
    assert (await queue_of(house, dana)).count == 0
    with pytest.raises(Conflict, match=r"review\.taken_already"):
        async with house.transaction(dana) as session:
            await taking.take(session, dana, review_id=own.id)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PREPARER}))
async def test_no_other_role_sees_the_queue_or_takes_a_review(house: House, role: Role) -> None:
    review, somebody = await asked(house), await a_person(house, role=role)
    with pytest.raises(NotAllowed):
        await queue_of(house, somebody)
    with pytest.raises(NotAllowed):
        await take(house, somebody, review)


async def test_who_has_no_name_is_asked_for_one_before_they_take_a_review(house: House) -> None:
    review, dana = await asked(house), await a_person(house)
    now = house.clock.now()
    async with house.transaction(DESK) as session:
        session.add(RoleGrant(account_id=dana.person_id, role=Role.PREPARER, granted_at=now, confirmed_at=now))
    async with house.transaction(DOOR) as session:
        dana = (await sessions.prove(session, dana, two_factors=True)).visitor
    with pytest.raises(Conflict, match=r"review\.no_name"):
        await take(house, dana, review)
    with pytest.raises(Invalid, match=r"staff\.name"):
        await _choose(house, dana, " ")
    await _choose(house, dana, " Dana  Lee ")
    await take(house, dana, review)
    assert (await hers(house, review)).preparer == "Dana Lee"
    with pytest.raises(Conflict, match=r"staff\.has_name"):
        await _choose(house, dana, "The IRS")


async def _choose(house: House, person: Person, name: str) -> None:
    async with house.transaction(person) as session:
        await names.choose_own(session, person, name)


async def test_the_queue_shows_how_people_talk_and_the_longest_wait_first(house: House, clock: FixedClock) -> None:
    first, dana = await asked(house), await a_preparer(house)
    clock.advance(timedelta(hours=1))
    second = await asked(house)
    async with house.transaction(second.maria) as session:
        chosen = preferences.Preferences(talk=CommunicationPreference.VRI)
        await preferences.keep(session, second.maria.person_id, chosen)
    found = await queue_of(house, dana)
    assert [each.id for each in found.waiting] == [first.review_id, second.review_id]
    assert [each.talk for each in found.waiting] == [CommunicationPreference.TEXT_ONLY, CommunicationPreference.VRI]
    async with house.transaction(dana) as session:
        only = await queueing.queue(session, dana, talk=CommunicationPreference.VRI, page=9)
    assert [each.id for each in only.waiting] == [second.review_id]
    assert (only.page, only.last_page) == (1, 1)


async def test_what_is_written_must_be_something_and_not_too_much(house: House) -> None:
    review = await asked(house)
    nothing = "review.nothing_written"
    for text, code in ((" \n", nothing), ("\u200b", nothing), ("x" * 2_001, "review.too_long")):
        with pytest.raises(Invalid, match=code):
            async with house.transaction(review.maria) as session:
                await asking.answer(session, review.maria, text, review_id=review.review_id)


async def test_what_is_written_holds_no_sign_that_turns_it_around(house: House) -> None:
    review = await asked(house)
    async with house.transaction(review.maria) as session:
        text = "My pay was \u202e002,13$\u202c.\n\u2066Is that\u2069 right?"
        seen = await asking.answer(session, review.maria, text, review_id=review.review_id)
    assert seen.steps[-1].text == "My pay was 002,13$.\nIs that right?"


async def test_the_customer_gets_a_letter_at_each_step_and_no_figure_in_it(house: House) -> None:
    await empty(house)
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    async with house.transaction(dana) as session:
        await preparing.ask_for(session, dana, "Is box 1 really 31200?", review_id=review.review_id)
    await _approve(house, dana, review, await _revision(house, dana, review))
    letters = [each for each in await letters_of(house) if each["To"] == review.address]
    assert [each["Subject"] for each in letters] == ["Your tax review for 2025"] * 4
    said = " ".join(each.get_content() for each in letters)
    for words in ("waits until a preparer", "A preparer checks your", "needs something more", "approved it"):
        assert words in said
    for secret in ("31200", "31,200", "$", "token"):
        assert secret not in said


async def test_several_notes_soon_after_each_other_are_one_letter(house: House, clock: FixedClock) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    await empty(house)

    async def letters_about(*lines: str) -> int:
        for line in lines:
            async with house.transaction(dana) as session:
                await preparing.note(session, dana, "This is right.", review_id=review.review_id, line=line)
        return len([each for each in await letters_of(house) if each["To"] == review.address])

    assert await letters_about("1040.1a", "1040.11a", "") == 1
    clock.advance(timedelta(hours=1))
    assert await letters_about("1040.16") == 1
    clock.advance(timedelta(hours=1))
    async with house.transaction(dana) as session:
        await preparing.ask_for(session, dana, "Do you have a 1099-INT?", review_id=review.review_id)
    assert await letters_about("1040.16") == 1, "only that about the question"


async def test_what_was_taken_back_is_deleted_after_a_year_and_what_is_open_stays(
    house: House, clock: FixedClock
) -> None:
    back, stays = await asked(house), await asked(house)
    async with house.transaction(back.maria) as session:
        await asking.withdraw(session, back.maria, review_id=back.review_id)
    clock.advance(retention.WITHDRAWN_REVIEWS_STAY + timedelta(days=1))
    await retention.delete_what_is_over(house)
    assert await everything(house, back.maria, "review") == []
    assert await everything(house, back.maria, "review_event") == []
    assert len(await everything(house, stays.maria, "review")) == 1


async def test_the_copy_of_a_customer_has_what_was_written_and_nobody_of_ours(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    async with house.transaction(dana) as session:
        await preparing.note(session, dana, "This is right.", review_id=review.review_id, line="1040.1a")
    async with house.transaction(review.maria) as session:
        collected = await everything_about(session, review.maria)
    assert [each["state"] for each in collected.parts["review"]] == ["taken"]
    assert ("This is right.", "1040.1a") in [(e["text"], e["line"]) for e in collected.parts["review_event"]]
    assert str(dana.person_id) not in str(collected.parts)
