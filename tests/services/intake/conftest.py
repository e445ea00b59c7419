"""A mailroom without letters of other tests, which were sealed with keys of their own."""

import pytest

from services.house import House
from tests.services.feedback import mailroom


@pytest.fixture(autouse=True)
async def _empty_mailroom(house: House) -> None:
    await mailroom.empty(house)
