"""Whoever runs a shared database brings it up to date with one command; whoever changes a table writes with another."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy import create_engine

from db import migrate
from db.engine import libpq_url, sqlalchemy_url
from db.roles import ensure_database
from services.starting import migration
from tests.database import DatabaseUrls, urls_of


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def unmigrated(superuser_url: str, worker_id: str) -> Iterator[str]:
    """The owner's address of a database without a table."""
    name = f"unmigrated_{worker_id}"
    with psycopg.connect(libpq_url(superuser_url), autocommit=True) as server:
        ensure_database(server, name)
        yield urls_of(superuser_url, name).owner
        server.execute(SQL("drop database {}").format(Identifier(name)))


def test_a_shared_database_is_brought_up_to_date_and_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, unmigrated: str, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MIGRATION_DATABASE_URL", unmigrated)
    assert migration.main() == 0
    assert re.fullmatch(r"\d+ migrations were applied: 0001 to \d{4}\. .*\n", capsys.readouterr().out)
    assert migration.main() == 0
    assert capsys.readouterr().out == "No migration was missing. Who may touch what was set anew.\n"
    engine = create_engine(sqlalchemy_url(unmigrated))
    with engine.connect() as connection:
        assert migrate.is_current(connection)
    engine.dispose()


def test_whoever_goes_back_to_the_release_before_is_not_stopped_by_its_newer_database(
    monkeypatch: pytest.MonkeyPatch, unmigrated: str, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MIGRATION_DATABASE_URL", unmigrated)
    assert migration.main() == 0
    with psycopg.connect(libpq_url(unmigrated)) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
        connection.execute("revoke all on account from mbtq_app")
    assert migration.main() == 0
    assert "It is left as it is." in capsys.readouterr().out
    with psycopg.connect(libpq_url(unmigrated)) as connection:
        assert connection.execute("select has_table_privilege('mbtq_app', 'account', 'select')").fetchone() == (False,)


def test_without_an_address_it_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert migration.main() == 1
    assert capsys.readouterr().err.startswith("MIGRATION_DATABASE_URL is missing.")


def test_the_next_migration_gets_the_next_number_and_follows_the_last_one(
    database_urls: DatabaseUrls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = shutil.copytree(Path(migrate.__file__).parent / "migrations", tmp_path / "db" / "migrations")
    last = max(path.stem[:4] for path in (there / "versions").glob("*.py"))
    monkeypatch.setattr(migrate, "_HERE", there.parent)
    monkeypatch.setenv("DATABASE_URL", database_urls.app)
    monkeypatch.setenv("MIGRATION_DATABASE_URL", database_urls.owner)

    assert migration.main("Remember a goal") == 0
    written = (there / "versions" / f"{int(last) + 1:04}_remember_a_goal.py").read_text()
    assert written.startswith('"""Remember a goal"""')
    assert f"down_revision = '{last}'" in written
    compile(written, "migration", "exec")
