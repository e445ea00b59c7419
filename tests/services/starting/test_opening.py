"""The database of a run: our own one comes and goes with it, a shared one is only used."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from pydantic import SecretStr
from sqlalchemy import inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from db.engine import libpq_url
from db.migrate import is_current
from db.roles import ensure_database
from services.settings import Settings
from services.settings.profile import Profile
from services.starting import keeping_up
from services.starting.opening import CannotStart, open_database, visit_database
from tests.database import urls_of
from tests.services.jobs.waiting import until


@pytest.fixture
def on_our_own(settings: Settings) -> Iterator[Settings]:
    """A developer's settings that name no database."""
    with tempfile.TemporaryDirectory(prefix="mbtq-opening-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        yield settings.model_copy(update={"data_dir": Path(folder), "database_url": None})


async def tables(connection: AsyncConnection) -> list[str]:
    return await connection.run_sync(lambda sync: inspect(sync).get_table_names())


async def test_our_own_database_is_migrated_and_reached_as_the_app_role(on_our_own: Settings) -> None:
    async with open_database(on_our_own) as database, database.engine.connect() as connection:
        assert await connection.scalar(text("select current_user")) == "mbtq_app"
        assert await connection.run_sync(is_current)
        assert "PostgreSQL 18" in database.description
        assert "mbtq_owner" not in repr(database)


async def test_what_was_written_yesterday_is_there_today(on_our_own: Settings) -> None:
    async with open_database(on_our_own) as database:
        assert database.owner_url is not None
        with psycopg.connect(libpq_url(database.owner_url)) as owner:
            owner.execute("create table diary (line text)")
    async with open_database(on_our_own) as database, database.engine.connect() as connection:
        assert "diary" in await tables(connection)


async def test_our_own_database_is_gone_when_the_run_fails(on_our_own: Settings) -> None:
    with pytest.raises(LookupError):
        await _fail_inside(on_our_own)
    assert not (on_our_own.data_dir / "postgres" / "postmaster.pid").exists()


def _kill(data: Path) -> None:
    """What the system does to a process when memory is short."""
    os.kill(int((data / "postmaster.pid").read_text(encoding="utf-8").splitlines()[0]), signal.SIGKILL)


async def test_our_own_database_that_dies_is_started_again_once_it_can_be(
    on_our_own: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(keeping_up, "_LOOKS_EVERY_SECONDS", 0.1)
    data = on_our_own.data_dir / "postgres"
    wrong = data / "postgresql.auto.conf"
    async with open_database(on_our_own) as database:
        before = wrong.read_bytes()
        wrong.write_text("no_such_setting = on\n", encoding="utf-8")
        _kill(data)
        await until(lambda: "The embedded database does not start" in caplog.text)
        assert "It is tried again" in caplog.text
        wrong.write_bytes(before)
        await until(lambda: "The embedded database runs again." in caplog.text)
        async with database.engine.connect() as connection:
            assert await connection.run_sync(is_current)
    assert not (data / "postmaster.pid").exists()


async def test_a_shared_database_is_used_as_it_is(settings: Settings, superuser_url: str, worker_id: str) -> None:
    name = f"shared_{worker_id}"
    with psycopg.connect(libpq_url(superuser_url), autocommit=True) as server:
        ensure_database(server, name)
    shared = settings.model_copy(update={"database_url": SecretStr(urls_of(superuser_url, name).app)})
    async with open_database(shared) as database, database.engine.connect() as connection:
        assert await tables(connection) == []


async def test_a_command_uses_the_database_of_a_house_that_is_open_and_leaves_it_running(on_our_own: Settings) -> None:
    async with open_database(on_our_own) as database:
        async with visit_database(on_our_own) as engine, engine.connect() as connection:
            assert await connection.scalar(text("select current_user")) == "mbtq_app"
        async with database.engine.connect() as connection:
            assert await connection.scalar(text("select 1")) == 1
    assert not (on_our_own.data_dir / "postgres" / "postmaster.pid").exists()


@pytest.mark.slow
async def test_a_command_without_a_house_starts_the_database_and_stops_it(on_our_own: Settings) -> None:
    async with visit_database(on_our_own) as engine, engine.connect() as connection:
        assert await connection.run_sync(is_current)
    assert not (on_our_own.data_dir / "postgres" / "postmaster.pid").exists()


@pytest.mark.parametrize("profile", [Profile.STAGING, Profile.PRODUCTION])
async def test_a_house_that_others_can_reach_needs_a_shared_database(on_our_own: Settings, profile: Profile) -> None:
    with pytest.raises(CannotStart, match="DATABASE_URL is missing"):
        await _open(on_our_own.model_copy(update={"profile": profile}))


async def _open(settings: Settings) -> None:
    async with open_database(settings):
        pass


async def _fail_inside(settings: Settings) -> None:
    async with open_database(settings):
        raise LookupError
