"""Who owns the database of a house whose audit trail nobody else writes to."""

from collections.abc import AsyncIterator

import psycopg
import pytest

from db.engine import libpq_url
from tests.database import DatabaseUrls


@pytest.fixture
async def owner(superuser_url: str, own_database: DatabaseUrls) -> AsyncIterator[psycopg.AsyncConnection]:
    """Somebody who has the database, and none of our keys."""
    name = own_database.app.rpartition("/")[2].partition("?")[0]
    url = libpq_url(superuser_url).replace("/postgres?", f"/{name}?")
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        yield connection
