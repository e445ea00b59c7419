"""The PostgreSQL of one test run: one server, one migrated template, a copy of it for each worker."""

import os
import shutil
import signal
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg
from sqlalchemy.engine import make_url

from db import embedded
from db.engine import libpq_url
from db.migrate import upgrade
from db.roles import APP_ROLE, OWNER_ROLE, ensure_database, ensure_roles

_PREFIX = "mbtq-tests-"
_TEMPLATE = "template_mbtq"
_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "200"}


@dataclass(frozen=True)
class DatabaseUrls:
    """The addresses of one database: as the owner, as the app role."""

    owner: str
    app: str


@dataclass(frozen=True)
class TestServer:
    """The server of this test run."""

    __test__ = False

    server: embedded.EmbeddedServer

    @property
    def url(self) -> str:
        """The address for the server's own superuser, from which copies are made."""
        return self.server.url("postgres", "postgres")

    def stop(self) -> None:
        """Stop it and throw its data away."""
        self.server.stop()
        shutil.rmtree(self.server.place.folder, ignore_errors=True)


def start_test_server() -> TestServer:
    """Start a server with a migrated template. What a killed test run left behind is cleared away first."""
    _clear_away_left_behind()
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    folder.chmod(0o711)
    test_server = TestServer(embedded.start(embedded.place_in(folder), options=_FAST))
    try:
        with psycopg.connect(libpq_url(test_server.url), autocommit=True) as connection:
            ensure_roles(connection)
            ensure_database(connection, _TEMPLATE)
        upgrade(test_server.server.url(OWNER_ROLE, _TEMPLATE))
    except BaseException:
        test_server.stop()
        raise
    return test_server


def copy_of_the_template(superuser_url: str, name: str) -> DatabaseUrls:
    """A database of its own for one worker."""
    with psycopg.connect(libpq_url(superuser_url), autocommit=True) as connection:
        ensure_database(connection, name, template=_TEMPLATE)
    return urls_of(superuser_url, name)


def urls_of(superuser_url: str, name: str) -> DatabaseUrls:
    """The addresses of a database on the test server."""
    url = make_url(superuser_url).set(database=name)
    return DatabaseUrls(str(url.set(username=OWNER_ROLE)), str(url.set(username=APP_ROLE)))


def _clear_away_left_behind() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        run = int(folder.name.removeprefix(_PREFIX).partition("-")[0])
        with suppress(FileNotFoundError):  # another run that begins now has cleared it away
            if folder.stat().st_uid == os.geteuid() and not psutil.pid_exists(run):
                _stop_servers_in(folder)
                shutil.rmtree(folder, ignore_errors=True)


def _stop_servers_in(folder: Path) -> None:
    left = [
        process
        for process in psutil.process_iter(["name", "cmdline"])
        if process.info["name"] == "postgres" and str(folder / "postgres") in (process.info["cmdline"] or [])
    ]
    for process in left:
        process.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
    psutil.wait_procs(left, timeout=10)
