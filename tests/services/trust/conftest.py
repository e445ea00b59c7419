"""A mailroom and a list of trusted persons without those of other tests."""

import pytest
from sqlmodel import update

from db.tables.customers.trust import TrustedAccess
from services.house import House
from services.trust.rows import DESK
from tests.services.feedback import mailroom


@pytest.fixture(autouse=True)
async def _empty_mailroom(house: House) -> None:
    await mailroom.empty(house)


@pytest.fixture(autouse=True)
async def _nothing_of_other_tests(house: House) -> None:
    """What they left was sealed with keys of their own, and would end by itself in this test."""
    async with house.transaction(DESK) as session:
        await session.exec(update(TrustedAccess).values(ended_at=house.clock.now()))
