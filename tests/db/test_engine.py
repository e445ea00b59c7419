"""Connections speak UTC, wait for nothing for ever, and work behind PgBouncer too."""

import pytest
from psycopg import connect
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import libpq_url, make_engine, sqlalchemy_url
from tests.database import DatabaseUrls


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("timezone", "UTC"),
        ("statement_timeout", "30s"),
        ("lock_timeout", "5s"),
        ("idle_in_transaction_session_timeout", "1min"),
        ("application_name", "mbtq"),
    ],
)
async def test_a_session_is_set_up_so_that_nobody_waits_for_ever(engine: AsyncEngine, setting: str, value: str) -> None:
    async with engine.connect() as connection:
        assert await connection.scalar(text(f"show {setting}")) == value


async def test_only_behind_pgbouncer_no_statement_is_prepared(database_urls: DatabaseUrls) -> None:
    assert await _prepared(make_engine(database_urls.app)) > 0
    assert await _prepared(make_engine(database_urls.app, behind_pgbouncer=True)) == 0


async def test_a_connection_that_the_server_has_closed_is_replaced_before_anybody_notices(
    engine: AsyncEngine, superuser_url: str
) -> None:
    closed = await _process_id(engine)
    with connect(libpq_url(superuser_url)) as superuser:
        superuser.execute("select pg_terminate_backend(%s, 5000)", [closed])  # waits until it has ended
    assert await _process_id(engine) != closed


async def test_a_connection_that_is_open_is_used_again(engine: AsyncEngine) -> None:
    assert await _process_id(engine) == await _process_id(engine)


async def test_an_error_tells_the_statement_and_not_what_people_typed(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        with pytest.raises(DBAPIError) as caught:
            await connection.execute(text("select cast(:typed as text) / 2"), {"typed": "maria@people.example"})
    assert "as text) / 2" in str(caught.value)
    assert "maria@people.example" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+asyncpg"])
def test_every_way_to_write_an_address_leads_to_psycopg(scheme: str) -> None:
    address = f"{scheme}://me:p%40ss@db:5433/house?sslmode=require"
    assert sqlalchemy_url(address).drivername == "postgresql+psycopg"
    assert libpq_url(address) == "postgresql://me:p%40ss@db:5433/house?sslmode=require"


async def _process_id(engine: AsyncEngine) -> int:
    """The server's process at the other end of the connection that the pool gives."""
    async with engine.connect() as connection:
        return int(await connection.scalar(text("select pg_backend_pid()")) or 0)


async def _prepared(engine: AsyncEngine) -> int:
    """How many statements the server keeps after the same one ran often enough to be kept."""
    async with engine.connect() as connection:
        for _ in range(8):
            await connection.execute(text("select 1"))
        kept = await connection.scalar(text("select count(*) from pg_prepared_statements"))
    await engine.dispose()
    return int(kept or 0)
