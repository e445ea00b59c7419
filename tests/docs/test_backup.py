"""The commands of the deployment guide for backup and restore, run without the container around them."""

import os
import re
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import psycopg
import pytest
from pydantic import SecretStr
from sqlalchemy.engine import make_url

from db import embedded
from db.engine import libpq_url, make_engine
from db.migrate import is_current, upgrade
from db.roles import ensure_database
from services.accounts import enrolment
from services.house import House, furnished
from services.settings import Settings
from tests.database import DatabaseUrls, copy_of_the_template
from tests.docs.documents import ROOT, text_of
from tests.factories import a_person
from tests.services.storage.keeping import kept

_PART = text_of(ROOT / "DEPLOYMENT.md").split("\n## Backup and restore\n", 1)[1].split("\n## ", 1)[0]
BACKUP, RESTORE = (block.splitlines() for block in re.findall(r"^```\n(.*?)^```$", _PART, re.MULTILINE | re.DOTALL))
_CONTAINER = re.compile(r"^docker compose (exec|run --rm --no-deps) -T (postgres|worker) (?=pg_|tar )")
FILM = b"a person who signs" * 100_000


@pytest.fixture
def urls(superuser_url: str, worker_id: str) -> DatabaseUrls:
    """A database that may be lost."""
    return copy_of_the_template(superuser_url, f"backed_up_{worker_id}")


@pytest.fixture
def settings(settings: Settings, urls: DatabaseUrls, tmp_path: Path) -> Settings:
    """The same keys before and after."""
    folder = (tmp_path / "files").as_uri()
    return settings.model_copy(update={"database_url": SecretStr(urls.app), "files_url": folder})


@pytest.fixture
async def house(settings: Settings, urls: DatabaseUrls) -> AsyncIterator[House]:
    engine = make_engine(urls.app, pool_size=1)
    yield furnished(settings, engine)
    await engine.dispose()


def run(lines: list[str], settings: Settings, superuser_url: str) -> int:
    """Run those of the commands that are PostgreSQL's or tar's: how many there were."""
    programs = embedded.place_in(settings.data_dir).programs
    host = make_url(superuser_url).query
    environment = {"PATH": f"{programs}:{os.defpath}", "PGHOST": str(host["host"]), "PGPORT": str(host["port"])}
    database = str(make_url(database_of(settings)).database)
    commands = [_CONTAINER.sub("", line) for line in lines if _CONTAINER.match(line)]
    for command in commands:
        there = re.sub(
            r"\bmbtq\b(?=$| >| --)", database, command.replace("/srv/mbtq/files", str(settings.files_folder))
        )
        subprocess.run(["bash", "-c", there], cwd=settings.data_dir, env=environment, check=True)
    return len(commands)


def database_of(settings: Settings) -> str:
    assert settings.database_url is not None
    return settings.database_url.get_secret_value()


async def test_a_backup_brings_accounts_and_files_back_and_the_kept_keys_open_them(
    house: House, settings: Settings, urls: DatabaseUrls, superuser_url: str
) -> None:
    person = await a_person(house, address="rosa@people.example")
    film = await kept(house.feedback_videos, FILM)
    assert run(BACKUP, settings, superuser_url) == 2
    await house.engine.dispose()
    lose(settings, urls, superuser_url)
    assert run(RESTORE, settings, superuser_url) == 2
    upgrade(urls.owner)
    async with house.engine.connect() as connection:
        assert await connection.run_sync(is_current)
    async with house.transaction(person) as session:
        assert (await enrolment.own_account(session, person)).address == "rosa@people.example"
    assert b"".join([piece async for piece in house.feedback_videos.reading(film, size=len(FILM))]) == FILM


def lose(settings: Settings, urls: DatabaseUrls, superuser_url: str) -> None:
    """Lose the database and the files; then make empty ones, as deploy/postgres/roles.sql and a new volume do."""
    name = str(make_url(urls.app).database)
    with psycopg.connect(libpq_url(superuser_url), autocommit=True) as connection:
        connection.execute(f"drop database {name} with (force)".encode())
        ensure_database(connection, name)
    shutil.rmtree(settings.files_folder)
    (settings.files_folder / "feedback_video").mkdir(parents=True)
