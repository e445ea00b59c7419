"""Migrations and tables say the same, and a database is brought up to date whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from psycopg.errors import UndefinedTable
from psycopg.sql import SQL, Identifier
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from db import migrate
from db.cannot_start import CannotStart
from db.engine import libpq_url, sqlalchemy_url
from db.roles import ensure_database
from db.tables import metadata
from tests.database import DatabaseUrls, urls_of


@pytest.fixture
def migrated(database_urls: DatabaseUrls) -> Iterator[Connection]:
    """The worker's database, as its owner."""
    yield from _connected(database_urls.owner)


@pytest.fixture
def empty(superuser_url: str, worker_id: str) -> Iterator[Connection]:
    """A database without a table, as its owner."""
    name = f"empty_{worker_id}"
    with psycopg.connect(libpq_url(superuser_url), autocommit=True) as server:
        ensure_database(server, name)
        yield from _connected(urls_of(superuser_url, name).owner)
        server.execute(SQL("drop database {}").format(Identifier(name)))


def test_migrations_and_tables_agree(migrated: Connection) -> None:
    assert compare_metadata(MigrationContext.configure(migrated, opts=migrate.COMPARISON), metadata) == []


async def test_the_app_role_can_see_that_every_migration_was_applied(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        assert await connection.run_sync(migrate.is_current)


def test_a_database_without_migrations_is_not_current(empty: Connection) -> None:
    assert not migrate.is_current(empty)


@pytest.mark.parametrize(("applied", "enough"), [("0001", False), ("9999", True)])
def test_this_release_works_on_the_database_of_a_newer_one_and_on_none_of_an_older_one(
    empty: Connection, applied: str, enough: bool
) -> None:
    empty.execute(text("create table alembic_version (version_num varchar(32) primary key)"))
    empty.execute(text("insert into alembic_version values (:applied)"), {"applied": applied})
    assert migrate.is_current(empty) is enough


def test_migrating_twice_changes_nothing(database_urls: DatabaseUrls, migrated: Connection) -> None:
    before = set(inspect(migrated).get_table_names())
    migrate.upgrade(database_urls.owner)
    assert set(inspect(migrated).get_table_names()) == before


def test_an_upgrade_that_fails_at_its_last_step_leaves_nothing(
    empty: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.sql").write_text("grant select on no_such_table to mbtq_app;", encoding="utf-8")
    monkeypatch.setattr(migrate, "_SECURITY", tmp_path)
    with pytest.raises(UndefinedTable):
        migrate.upgrade(empty.engine.url.render_as_string(hide_password=False))
    assert inspect(empty).get_table_names() == []


def test_a_database_of_a_newer_release_is_left_alone(empty: Connection) -> None:
    empty.execute(text("create table alembic_version (version_num varchar(32) primary key)"))
    empty.execute(text("insert into alembic_version values ('9999')"))
    empty.commit()
    with pytest.raises(CannotStart, match=r"can't be migrated by this release: .*9999"):
        migrate.upgrade(empty.engine.url.render_as_string(hide_password=False))


def test_a_database_that_does_not_answer_is_one_line(database_urls: DatabaseUrls) -> None:
    with pytest.raises(CannotStart, match=r"can't be migrated now: .*does not exist"):
        migrate.upgrade(database_urls.owner.replace("/test_", "/no_such_place_"))


def _connected(address: str) -> Iterator[Connection]:
    engine = create_engine(sqlalchemy_url(address))
    with engine.connect() as connection:
        yield connection
    engine.dispose()
