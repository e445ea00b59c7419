"""Careless queries: no `where`, no service, as the app's own role."""

from sqlalchemy import text

from services.house import House
from services.visitor import Visitor

Rows = list[dict[str, object]]


async def ask(house: House, visitor: Visitor, sql: str, **values: object) -> Rows:
    """What the database answers this visitor; nothing for what returns no rows."""
    async with house.transaction(visitor) as session:
        found = await (await session.connection()).execute(text(sql), values)
        return [dict(row) for row in found.mappings()] if found.returns_rows else []


async def everything(house: House, visitor: Visitor, table: str) -> Rows:
    """Every row of a table that this visitor can see."""
    return await ask(house, visitor, f"select * from {table}")  # noqa: S608  # a name from a test
