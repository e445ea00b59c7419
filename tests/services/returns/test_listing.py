"""What a return has a list of: added, removed, and put back."""

from datetime import date

import pytest

from services.errors import Invalid
from services.house import House
from services.returns import answering, listing
from services.returns.answers import MOST_DEPENDENTS, Dependent
from tests.factories import a_guest, an_estimate


async def test_who_was_removed_comes_back_with_all_that_was_told_and_only_once(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        added = await listing.add_dependent(session, guest, return_id=return_id)
        path = f"dependents.{added.answers.dependents[0].id}.date_of_birth"
        told = await answering.save_answer(session, guest, date(2015, 5, 5), return_id=return_id, path=path)
        [child] = told.answers.dependents
        gone = await listing.remove_dependent(session, guest, return_id=return_id, dependent_id=child.id)
        assert not gone.answers.dependents
        for _ in range(2):
            back = await listing.put_back(session, guest, return_id=return_id, one=child, place=0)
        assert back.answers.dependents == [child]
        assert back.revision == gone.revision + 1


async def test_who_was_removed_comes_back_to_the_same_place_or_to_the_end_of_a_list_that_is_shorter_now(
    house: House,
) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        for _ in range(3):
            told = await listing.add_dependent(session, guest, return_id=return_id)
        one, two, three = told.answers.dependents
        await listing.remove_dependent(session, guest, return_id=return_id, dependent_id=two.id)
        back = await listing.put_back(session, guest, return_id=return_id, one=two, place=1)
        assert back.answers.dependents == [one, two, three]
        for gone in (one, two, three):
            await listing.remove_dependent(session, guest, return_id=return_id, dependent_id=gone.id)
        back = await listing.put_back(session, guest, return_id=return_id, one=three, place=2)
        assert back.answers.dependents == [three]


async def test_nobody_is_put_back_into_a_list_that_is_full(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        for _ in range(MOST_DEPENDENTS):
            await listing.add_dependent(session, guest, return_id=return_id)
        with pytest.raises(Invalid, match=r"dependents\.too_many"):
            await listing.put_back(session, guest, return_id=return_id, one=Dependent(), place=0)
