import pytest
from sqlalchemy import text

from services.house import House
from tests.services.jobs.desk import DESK, done


@pytest.fixture(autouse=True)
async def _clean_desk(house: House) -> None:
    """Other tests share this database: take away the jobs and workers that they left."""
    done.clear()
    async with house.transaction(DESK) as session:
        connection = await session.connection()
        await connection.execute(text("delete from procrastinate_jobs"))
        await connection.execute(text("delete from procrastinate_workers"))
