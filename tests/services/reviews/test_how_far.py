"""How far the reviews of several returns are, for who lists their returns."""

from datetime import timedelta
from uuid import UUID

import pytest

from db.values.people import Role
from db.values.reviews import ReviewState
from services.clock import FixedClock
from services.house import House
from services.reviews import asking, how_far, preparing, taking
from services.reviews.how_far import HowFar
from services.staff.access import assigning
from services.visitor import Person
from services.words import known
from tests.factories import a_person, an_estimate
from tests.services.reviews.reviewing import a_preparer, asked, take

pytestmark = pytest.mark.usefixtures("nobody_works_here")


async def _seen(house: House, person: Person, *return_ids: UUID) -> dict[UUID, HowFar]:
    async with house.transaction(person) as session:
        return await how_far.latest_of_each(session, person, return_ids)


async def test_each_step_that_matters_to_the_customer_is_told(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    states = [(await _seen(house, review.maria, review.return_id))[review.return_id].state]
    await take(house, dana, review)
    states.append((await _seen(house, review.maria, review.return_id))[review.return_id].state)
    async with house.transaction(dana) as session:
        await preparing.ask_for(session, dana, "Do you have a 1099-INT?", review_id=review.review_id)
    states.append((await _seen(house, review.maria, review.return_id))[review.return_id].state)
    async with house.transaction(review.maria) as session:
        await asking.answer(session, review.maria, "No.", review_id=review.review_id)
    states.append((await _seen(house, review.maria, review.return_id))[review.return_id].state)
    assert states == [ReviewState.ASKED, ReviewState.TAKEN, ReviewState.WAITING, ReviewState.ANSWERED]
    async with house.transaction(dana) as session:
        await taking.hand_back(session, dana, review_id=review.review_id)
    assert (await _seen(house, review.maria, review.return_id))[review.return_id].state is ReviewState.ASKED


async def test_a_review_whose_preparer_is_not_there_any_more_waits(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    cora = await a_person(house, role=Role.COORDINATOR)
    async with house.transaction(cora) as session:
        [assigned] = await assigning.every_assignment(session, cora)
        await assigning.end(session, cora, assignment_id=assigned.id)
    assert (await _seen(house, review.maria, review.return_id))[review.return_id].state is ReviewState.ASKED


async def test_of_several_reviews_the_latest_counts_and_each_return_has_its_own(
    house: House, clock: FixedClock
) -> None:
    review = await asked(house)
    clock.advance(timedelta(hours=1))
    async with house.transaction(review.maria) as session:
        await asking.withdraw(session, review.maria, review_id=review.review_id)
    clock.advance(timedelta(hours=1))
    next_year = await an_estimate(house, review.maria, tax_year=2026)
    async with house.transaction(review.maria) as session:
        await asking.ask(session, review.maria, return_id=next_year)
    assert await _seen(house, review.maria, review.return_id, next_year) == {
        review.return_id: HowFar(ReviewState.WITHDRAWN, clock.now() - timedelta(hours=1)),
        next_year: HowFar(ReviewState.ASKED, clock.now()),
    }
    async with house.transaction(review.maria) as session:
        await asking.ask(session, review.maria, return_id=review.return_id)
    seen = await _seen(house, review.maria, review.return_id)
    assert seen[review.return_id].state is ReviewState.ASKED


async def test_a_stranger_learns_nothing(house: House) -> None:
    review, other = await asked(house), await a_person(house)
    assert await _seen(house, other, review.return_id) == {}


@pytest.mark.parametrize("state", [*ReviewState, "changed"])
def test_the_page_of_all_years_has_words_for_each_state(state: str) -> None:
    assert known(f"review.years.{state}")
