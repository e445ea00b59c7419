from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from services.house import House
from tests.services.feedback.mailroom import empty
from tests.services.jobs.desk import DESK


@pytest.fixture(autouse=True)
async def _empty_mailroom(house: House) -> AsyncIterator[None]:
    """Leave no job to the next test whose application does jobs."""
    await empty(house)
    yield
    async with house.transaction(DESK) as session:
        await (await session.connection()).execute(text("delete from procrastinate_jobs"))
