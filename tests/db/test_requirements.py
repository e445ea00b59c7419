"""The house opens only on a database that is new enough, as a role that row-level security binds."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from db.cannot_start import CannotStart
from db.engine import make_engine
from db.requirements import Found, check_database, refusal
from tests.database import DatabaseUrls

FIT = Found(role="mbtq_app", version=16, passes_security=False, owns_something=False)


async def test_the_app_role_of_a_migrated_database_is_let_in(engine: AsyncEngine) -> None:
    await check_database(engine)


async def test_the_owner_is_refused_because_it_owns_the_tables(database_urls: DatabaseUrls) -> None:
    with pytest.raises(CannotStart, match="mbtq_owner has too many rights: it owns"):
        await _check(database_urls.owner)


async def test_a_superuser_is_refused(database_urls: DatabaseUrls) -> None:
    with pytest.raises(CannotStart, match="postgres has too many rights: it passes row-level security"):
        await _check(database_urls.app.replace("mbtq_app", "postgres"))


async def test_a_database_that_is_not_there_is_named_in_one_line(database_urls: DatabaseUrls) -> None:
    with pytest.raises(CannotStart, match=r"can't be reached: .*no_such_place.*does not exist") as refused:
        await _check(database_urls.app.replace("/test_", "/no_such_place_"))
    assert "\n" not in str(refused.value)


def test_postgresql_15_is_too_old_and_16_is_not() -> None:
    assert refusal(FIT) is None
    assert refusal(Found("mbtq_app", 15, passes_security=False, owns_something=False)) == (
        "PostgreSQL 15 is too old: this app needs 16 or newer."
    )


async def _check(address: str) -> None:
    engine = make_engine(address)
    try:
        await check_database(engine)
    finally:
        await engine.dispose()
