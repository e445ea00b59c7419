"""A database that is not as it must be is named, and the rest of it is not believed."""

from datetime import UTC, datetime, timedelta

import psycopg
from pydantic import SecretStr

from db.engine import libpq_url, make_engine
from db.roles import ensure_database
from services.settings import Settings
from services.starting.doctor.database import clock, database, guarded
from services.starting.doctor.finding import Finding, Result
from tests.database import DatabaseUrls, urls_of

NOBODY_LISTENS = "postgresql://mbtq_app@127.0.0.1:9/mbtq"


async def found(settings: Settings, url: str = "") -> dict[str, Finding]:
    changed = settings.model_copy(update={"database_url": SecretStr(url)}) if url else settings
    return {finding.part: finding async for finding in database(changed)}


async def test_a_database_that_is_as_it_must_be_is_fine_in_every_part(settings: Settings) -> None:
    results = {part: finding.result for part, finding in (await found(settings)).items()}
    assert results == {"database": Result.OK, "rows": Result.OK, "clock": Result.OK}


async def test_a_database_that_does_not_answer_is_named(settings: Settings) -> None:
    [finding] = (await found(settings, NOBODY_LISTENS)).values()
    assert finding.result is Result.WRONG
    assert "127.0.0.1:9/mbtq can't be reached" in next(finding.lines())


async def test_the_role_of_the_owner_is_refused(settings: Settings, database_urls: DatabaseUrls) -> None:
    [finding] = (await found(settings, database_urls.owner)).values()
    assert "too many rights" in next(finding.lines())


async def test_a_missing_migration_is_named(settings: Settings, superuser_url: str, worker_id: str) -> None:
    name = f"doctor_{worker_id}"
    with psycopg.connect(libpq_url(superuser_url), autocommit=True) as server:
        ensure_database(server, name)
    [finding] = (await found(settings, urls_of(superuser_url, name).app)).values()
    said, do = finding.lines()
    assert "not at the migration of this release" in said
    assert "make migrate" in do


async def test_a_table_without_row_level_security_is_named(superuser_url: str, worker_id: str) -> None:
    name = f"doctor_rows_{worker_id}"
    with psycopg.connect(libpq_url(superuser_url), autocommit=True) as server:
        ensure_database(server, name)
    urls = urls_of(superuser_url, name)
    with psycopg.connect(libpq_url(urls.owner)) as owner:
        owner.execute("create table diary (line text)")
    assert await _rows(urls.app) == "wrong  Row-level security is off for these tables: diary."


async def test_every_table_with_data_of_people_is_guarded(database_urls: DatabaseUrls) -> None:
    assert (
        await _rows(database_urls.app) == "ok     Row-level security is on. It guards each table with data of people."
    )
    with psycopg.connect(libpq_url(database_urls.owner)) as owner:
        unguarded = owner.execute("""select relname from pg_class where relkind in ('r', 'p') and not relrowsecurity
            and relnamespace = 'public'::regnamespace order by relname""").fetchall()
    of_jobs = ("events", "jobs", "periodic_defers", "workers")
    assert [name for (name,) in unguarded] == ["alembic_version", *(f"procrastinate_{each}" for each in of_jobs)]


async def _rows(url: str) -> str:
    """What is said of the tables of this database."""
    engine = make_engine(url)
    async with engine.connect() as connection:
        finding = await guarded(connection)
    await engine.dispose()
    return next(iter(finding.lines()))


def test_clocks_that_are_apart_are_found() -> None:
    now = datetime.now(UTC)
    assert clock(now, now + timedelta(seconds=4)).result is Result.OK
    assert next(clock(now, now - timedelta(seconds=90)).lines()).endswith("are 90.0 seconds apart.")
