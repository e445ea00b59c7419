"""What ends a trusted person's access, and who hears of it."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from db.values.trust import Right
from services.clock import FixedClock
from services.errors import Invalid, NotFound
from services.house import House
from services.retention import ENDED_TRUST_STAYS, delete_what_is_over
from services.trust import ending, helping, keeping
from tests.factories import a_person
from tests.services.feedback.mailroom import letters_of
from tests.services.trust.trusting import Trust, customers_of, trust


async def _by_the_customer(house: House, given: Trust) -> None:
    async with house.transaction(given.customer) as session:
        await keeping.end(session, given.customer, access_id=given.access_id)


async def _by_the_trusted(house: House, given: Trust) -> None:
    await helping.leave(house, given.trusted, access_id=given.access_id)


@pytest.mark.parametrize(("end", "why"), [(_by_the_customer, "You ended it."), (_by_the_trusted, "They gave it up.")])
async def test_either_ends_it_at_once_and_the_customer_is_told(
    house: House, end: Callable[[House, Trust], Awaitable[None]], why: str
) -> None:
    given = await trust(house)
    await letters_of(house)
    with house.shared.listening(ending.news_of(given.access_id)) as news:
        await end(house, given)
        assert news.get_nowait() == b"ended"
    assert await customers_of(house, given.trusted) == []
    [letter] = await letters_of(house)
    assert letter["To"] == given.customers_address
    assert why in letter.get_content()
    with pytest.raises(NotFound):
        await end(house, given)


async def test_it_is_over_on_the_second_and_the_customer_is_told_once(house: House, clock: FixedClock) -> None:
    given = await trust(house, days="7")
    await letters_of(house)
    clock.advance(timedelta(days=7, seconds=-1))
    assert len(await customers_of(house, given.trusted)) == 1
    clock.advance(timedelta(seconds=1))
    assert await customers_of(house, given.trusted) == []
    for _ in range(2):  # a job runs at least once
        await ending.end_what_is_over(house)
    [letter] = await letters_of(house)
    assert "Its time was over." in letter.get_content()
    with pytest.raises(NotFound):
        await _by_the_customer(house, given)


async def test_nobody_else_ends_or_changes_it_and_it_looks_like_none(house: House) -> None:
    given, stranger = await trust(house), await a_person(house)
    for other in (stranger, given.trusted):
        async with house.transaction(other) as session:
            with pytest.raises(NotFound):
                await keeping.end(session, other, access_id=given.access_id)
            with pytest.raises(NotFound):
                await keeping.change_rights(session, other, set(Right), access_id=given.access_id)
            assert await keeping.accesses(session, other) == []
    with pytest.raises(NotFound):
        await helping.leave(house, stranger, access_id=given.access_id)
    assert len(await customers_of(house, given.trusted)) == 1


async def test_other_rights_hold_from_now_on_and_open_pages_hear_of_it(house: House) -> None:
    given = await trust(house, estimates="change")
    with house.shared.listening(ending.news_of(given.access_id)) as news:
        async with house.transaction(given.customer) as session:
            await keeping.change_rights(session, given.customer, {Right.SEE_TALK}, access_id=given.access_id)
        assert news.get_nowait() == b"changed"
    [there] = await customers_of(house, given.trusted)
    assert there.rights == {Right.SEE_TALK}
    async with house.transaction(given.customer) as session:
        with pytest.raises(Invalid):
            await keeping.change_rights(session, given.customer, set(), access_id=given.access_id)


async def test_how_somebody_talks_is_seen_with_that_right_only_and_the_use_is_noted(house: House) -> None:
    with_right, without = await trust(house, talk="on"), await trust(house)
    for given, used in ((with_right, True), (without, False)):
        async with house.transaction(given.trusted) as session:
            [there] = await helping.customers(session, given.trusted)
            assert await helping.talk_of(session, given.trusted, there) is None  # nothing is chosen yet
        async with house.transaction(given.customer) as session:
            [own] = await keeping.accesses(session, given.customer)
        assert (own.last_used_at is not None) is used


async def test_what_ended_long_ago_is_deleted(house: House, clock: FixedClock) -> None:
    given = await trust(house)
    await _by_the_customer(house, given)
    for stays in (1, 0):
        clock.advance(ENDED_TRUST_STAYS - timedelta(seconds=1) if stays else timedelta(seconds=2))
        await delete_what_is_over(house)
        async with house.transaction(given.customer) as session:
            assert len(await keeping.accesses(session, given.customer)) == stays
