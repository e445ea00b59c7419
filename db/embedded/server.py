"""Starting, taking over and stopping the embedded server."""

import fcntl
import os
import re
import shlex
import shutil
import subprocess  # nosec B404 # starts PostgreSQL's programs
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sqlalchemy.engine import URL

from db.cannot_start import CannotStart
from db.embedded import pid_file
from db.embedded.ending import end_at_once
from db.embedded.pid_file import PATIENCE_SECONDS, PORT
from db.embedded.place import Place

_VERSION = "18"
_PLAIN = re.compile(r"[\w/.-]+", re.ASCII)
_STOPS_IN_SECONDS = 10
_LONGEST_SOCKET_PATH = 100  # sockaddr_un holds 108 bytes on Linux, 104 on macOS


@dataclass(frozen=True, slots=True)
class EmbeddedServer:
    """A running server that is ours to stop."""

    place: Place
    socket_folder: Path
    lock: IO[str]
    options: Mapping[str, str]

    def url(self, role: str, database: str) -> str:
        """The address for a role, in SQLAlchemy's form."""
        return _url(self.socket_folder, role, database)

    def runs(self) -> bool:
        """Whether it still does: its process may have ended by itself."""
        return pid_file.runs(self.place.data)

    def start_again(self) -> None:
        """Start it once more where it was reached, after it has ended by itself. Raises CannotStart.

        What it wrote last is kept beside its log. Its own file of its number is left for PostgreSQL to judge: while
        parts of the old server still work on the data, it refuses to start.
        """
        log = _log_of(self.place)
        if log.exists():
            log.replace(log.with_name("server.ended.log"))
        _launch(self.place, self.options, self.socket_folder)

    def stop(self) -> None:
        """Stop the server: open transactions are undone, everything committed is on the disk."""
        if _run(self.place, "pg_ctl", "stop", "-w", "-m", "fast", "-t", str(_STOPS_IN_SECONDS)).returncode:
            end_at_once(self.place.data)
        if self.socket_folder != self.place.data:
            shutil.rmtree(self.socket_folder, ignore_errors=True)
        self.lock.close()


def running_url(place: Place, role: str, database: str) -> str | None:
    """The address for a role at a server that runs in this place, whoever started it; None if none can be found."""
    folder = pid_file.ready_at(place.data) if os.access(place.data, os.R_OK | os.X_OK) else None
    return _url(folder, role, database) if folder else None


def start(place: Place, *, options: Mapping[str, str] | None = None) -> EmbeddedServer:
    """Start the server in its place, or take over the one that a killed run left behind. Raises CannotStart.

    `options` are settings of PostgreSQL, by their own names.
    """
    lock = _only_one(place.folder)
    try:
        _ready_data(place)
        if not pid_file.left_behind(place.data):
            _launch(place, options or {}, _socket_folder(place))
    except BaseException:
        lock.close()
        raise
    return EmbeddedServer(place, pid_file.socket_folder(place.data), lock, options or {})


def end_if_ours(place: Place) -> None:
    """End the server in this place at once, unless another process has it. For a process that is about to end itself.

    Looking at the lock lets go of it, as a process that ends does.
    """
    with suppress(CannotStart), _only_one(place.folder):
        end_at_once(place.data)


def _url(socket_folder: Path, role: str, database: str) -> str:
    query = {"host": str(socket_folder), "port": PORT}
    url = URL.create("postgresql+psycopg", username=role, database=database, query=query)
    return url.render_as_string(hide_password=False)


def _only_one(folder: Path) -> IO[str]:
    """Hold the folder as long as this process lives, however it ends."""
    try:
        lock = (folder / "postgres.lock").open("w", encoding="utf-8")
    except OSError as refusal:
        raise CannotStart(f"The file {refusal.filename} can't be written: {refusal.strerror}.") from None
    try:
        fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise CannotStart(f"The app already runs on the data in {folder}. Stop it first, or set DATA_DIR.") from None
    return lock


def _ready_data(place: Place) -> None:
    data = place.data
    if not data.exists():
        _create(place)
    if not os.access(data, os.R_OK | os.W_OK | os.X_OK):
        raise CannotStart(f"The database in {data} belongs to another account. Start as that one, or set DATA_DIR.")
    written_by = (data / "PG_VERSION").read_text(encoding="utf-8").strip()
    if written_by != _VERSION:
        raise CannotStart(f"The data in {data} was written by PostgreSQL {written_by}; this app brings {_VERSION}.")


def _create(place: Place) -> None:
    """Write the first files of a database cluster: beside its place, so that a killed run leaves no half of one."""
    draft = place.folder / "postgres.new"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    if place.account:
        os.chown(draft, place.account.pw_uid, place.account.pw_gid)
    locale = ("--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8")
    made = _run(place, "initdb", "--auth=trust", "--username=postgres", *locale, data=draft)
    if made.returncode:
        raise CannotStart(f"The embedded database can't be made: {_last_line(made.stderr)}")
    draft.rename(place.data)


def _launch(place: Place, options: Mapping[str, str], socket_folder: Path) -> None:
    fixed = {"listen_addresses": "", "unix_socket_directories": str(socket_folder), "timezone": "UTC"}
    words = [word for name, value in {**options, **fixed}.items() for word in ("-c", f"{name}={value}")]
    log = _log_of(place)
    log.unlink(missing_ok=True)
    arguments = ("-w", "-t", str(PATIENCE_SECONDS), "-l", str(log), "-o", shlex.join(words))
    launched = _run(place, "pg_ctl", "start", *arguments)
    if launched.returncode:
        story = log.read_text(encoding="utf-8", errors="replace") if log.exists() else launched.stderr
        raise CannotStart(f"The embedded database does not start: {_last_line(story)} (log: {log})")


def _log_of(place: Place) -> Path:
    return place.data / "server.log"


def _socket_folder(place: Place) -> Path:
    """Beside the data, unless its name is too long for a socket or means something else inside an address."""
    data = place.data
    if len(bytes(data / f".s.PGSQL.{PORT}")) <= _LONGEST_SOCKET_PATH and _PLAIN.fullmatch(str(data)):
        return data
    folder = Path(tempfile.mkdtemp(prefix="mbtq-"))
    if place.account:
        os.chown(folder, place.account.pw_uid, place.account.pw_gid)
    return folder


def _run(place: Place, program: str, *arguments: str, data: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs: as its account, out of reach of our terminal's Ctrl-C and our environment."""
    account = place.account
    return subprocess.run(  # noqa: S603 # nosec B603 # a program of ours with words of ours, and no shell
        [place.programs / program, "-D", data or place.data, *arguments],
        user=account.pw_uid if account else None,
        group=account.pw_gid if account else None,
        extra_groups=[] if account else None,
        cwd=place.folder,
        env={"LC_ALL": "C", "PATH": os.defpath},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
        check=False,
    )


def _last_line(story: str) -> str:
    return story.strip().splitlines()[-1] if story.strip() else "it says nothing."
