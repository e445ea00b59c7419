"""Backup and restore as the deployment guide has them, on a real PostgreSQL: only the containers are not there."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import psycopg
import pytest
from pydantic import SecretStr
from sqlalchemy.engine import make_url

from db import embedded
from db.engine import libpq_url, make_engine
from db.migrate import is_current, upgrade
from db.roles import ensure_database
from db.types import new_id
from services.accounts import enrolment
from services.house import House, furnished
from services.settings import Settings
from tests.database import DatabaseUrls, copy_of_the_template
from tests.docs.documents import ROOT, text_of
from tests.factories import a_person
from tests.services.storage.keeping import kept

Run = Callable[..., "subprocess.CompletedProcess[str]"]
_PART = text_of(ROOT / "DEPLOYMENT.md").split("\n## Backup and restore\n", 1)[1].split("\n## ", 1)[0]
[_RESTORE] = re.findall(r"^```\n(.*?)^```$", _PART, re.MULTILINE | re.DOTALL)
RESTORE = [line for line in _RESTORE.splitlines() if re.search(r"-T (postgres pg_restore|worker tar) ", line)]
BACKUP = 'sh "$HOUSE/deploy/backup.sh" "$TO"'
FILM = b"a person who signs" * 100_000
# Runs what would run in the container of a service, on the database and the folder of this test.
_DOCKER = """#!{python}
import os, sys
service = next(name for name in ("postgres", "worker") if name in sys.argv)
if "exec" in sys.argv and service == os.environ.get("STOPPED"):
    sys.exit(f"service {{service!r}} is not running")
after = sys.argv.index(service) + 1
words = [word.replace("/srv/mbtq/files", "{files}").replace("=mbtq", "={database}") for word in sys.argv[after:]]
words = ["{database}" if word == "mbtq" else word for word in words]
os.execvp(words[0], words)
"""


@pytest.fixture
def urls(superuser_url: str) -> DatabaseUrls:
    """A database that may be lost."""
    return copy_of_the_template(superuser_url, f"backed_up_{new_id().hex}")


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


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    """Where backups are kept."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


@pytest.fixture
def run(settings: Settings, urls: DatabaseUrls, superuser_url: str, tmp_path: Path, backups: Path) -> Run:
    """Run a command as the operator types it."""
    programs = tmp_path / "programs"
    programs.mkdir()
    docker = programs / "docker"
    files, database = settings.files_folder, make_url(urls.app).database
    docker.write_text(_DOCKER.format(python=sys.executable, files=files, database=database), encoding="utf-8")
    docker.chmod(0o755)
    place, server = embedded.place_in(settings.data_dir), make_url(superuser_url).query
    environment = {
        "PATH": f"{programs}:{place.programs}:{os.defpath}",
        "PGHOST": str(server["host"]),
        "PGPORT": str(server["port"]),
        "HOUSE": str(ROOT),
        "TO": str(backups),
    }

    def run(command: str, **more: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["bash", "-c", command], env=environment | more, capture_output=True, text=True, check=False
        )

    return run


async def test_a_backup_brings_accounts_and_files_back_and_the_kept_keys_open_them(
    house: House, settings: Settings, urls: DatabaseUrls, superuser_url: str, run: Run
) -> None:
    person = await a_person(house, address="rosa@people.example")
    film = await kept(house.feedback_videos, FILM)
    done = run(BACKUP)
    assert (done.returncode, done.stderr) == (0, "")
    await house.engine.dispose()
    lose(settings, urls, superuser_url)
    restored = [run(line, FROM=done.stdout.strip()) for line in RESTORE]
    assert [(one.returncode, one.stderr) for one in restored] == [(0, ""), (0, "")]
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


def test_a_backup_can_be_read_by_its_owner_alone(run: Run, settings: Settings, backups: Path) -> None:
    settings.files_folder.mkdir()
    assert run(BACKUP).returncode == 0
    [folder] = backups.iterdir()
    assert {path.name for path in folder.iterdir()} == {"mbtq.dump", "files.tar"}
    assert {path.stat().st_mode & 0o077 for path in (folder, *folder.iterdir())} == {0}


def test_a_backup_can_be_made_while_the_house_stands_still(run: Run, settings: Settings, backups: Path) -> None:
    settings.files_folder.mkdir()
    assert run(BACKUP, STOPPED="worker").returncode == 0
    assert list(backups.iterdir())


def test_a_backup_that_is_not_whole_is_not_kept_and_says_so(run: Run, settings: Settings, backups: Path) -> None:
    """The folder of files was never made."""
    assert not settings.files_folder.exists()
    done = run(BACKUP)
    assert done.returncode != 0
    assert "files" in done.stderr
    assert not list(backups.iterdir())


def test_a_backup_needs_to_know_where(run: Run) -> None:
    done = run('sh "$HOUSE/deploy/backup.sh"')
    assert done.returncode != 0
    assert "Say where: sh deploy/backup.sh /srv/backup" in done.stderr
