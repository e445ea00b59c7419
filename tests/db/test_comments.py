"""What PostgreSQL logs or lists can be traced back to the request that it was part of."""

import asyncio
from contextvars import Context

import pytest
from sqlalchemy import text

from db.engine import make_engine
from db.occasion import Kind, begin
from services.house import House
from services.visitor import System
from tests.database import DatabaseUrls

_ITSELF = text("select query from pg_stat_activity where pid = pg_backend_pid()")
_OTHERS = text("select query from pg_stat_activity where state = 'idle in transaction' and strpos(query, :id) > 0")
_PREPARED = text("select count(*) from pg_prepared_statements")


@pytest.mark.parametrize("kind", Kind)
async def test_behind_pgbouncer_each_statement_carries_the_id_and_none_is_prepared(
    database_urls: DatabaseUrls, kind: Kind
) -> None:
    engine = make_engine(database_urls.app, behind_pgbouncer=True)
    occasion = begin(kind)
    async with engine.connect() as connection:
        for _ in range(7):
            assert await connection.scalar(_ITSELF) == f"/* {kind}={occasion.id} */ {_ITSELF.text}"
        assert await connection.scalar(_PREPARED) == 0
    await engine.dispose()


async def test_the_first_statement_of_a_visitors_transaction_carries_the_id_everywhere(house: House) -> None:
    occasion = begin(Kind.REQUEST)
    async with house.transaction(System("trial")), house.engine.connect() as watching:
        [seen] = await watching.scalars(_OTHERS, {"id": occasion.id})
    assert seen.startswith(f"/* request={occasion.id} */ select set_config('app.kind', ")


async def test_the_other_statements_stay_prepared(house: House) -> None:
    for _ in range(8):
        begin(Kind.REQUEST)
        async with house.transaction(System("trial")) as session:
            connection = await session.connection()
            assert await connection.scalar(_ITSELF) == _ITSELF.text
    async with house.engine.connect() as connection:
        assert await connection.scalar(_PREPARED) >= 1


async def test_what_belongs_to_nobody_carries_no_comment(house: House) -> None:
    async def look() -> str:
        async with house.engine.connect() as connection:
            return str(await connection.scalar(_ITSELF))

    assert await asyncio.create_task(look(), context=Context()) == _ITSELF.text
