"""A page about somebody else's data ends with the trust, also when nobody ends it."""

import asyncio
from datetime import timedelta

import pytest

from services.clock import FixedClock
from services.house import House
from services.preferences import Preferences
from services.trust import keeping
from tests.services.feedback import mailroom
from tests.services.trust.trusting import customers_of, trust
from ui.guards import Visit
from ui.trust.whose import _end_of


@pytest.fixture(autouse=True)
async def _empty_mailroom(house: House) -> None:
    await mailroom.empty(house)


async def test_it_ends_by_itself_when_its_time_is_over(house: House, clock: FixedClock) -> None:
    given = await trust(house, days="1")
    [customer] = await customers_of(house, given.trusted)
    clock.advance(timedelta(days=1, seconds=-0.2))
    waiting = asyncio.create_task(_end_of(house, Visit(given.trusted, Preferences(), "/"), customer))
    await asyncio.sleep(0)
    clock.advance(timedelta(seconds=0.2))
    async with asyncio.timeout(2):
        assert await waiting == "ended"


async def test_what_ended_before_the_page_listened_is_noticed_too(house: House) -> None:
    given = await trust(house)
    [customer] = await customers_of(house, given.trusted)
    async with house.transaction(given.customer) as session:
        await keeping.end(session, given.customer, access_id=given.access_id)
    async with asyncio.timeout(2):
        assert await _end_of(house, Visit(given.trusted, Preferences(), "/"), customer) == "ended"
