"""What the running server says of itself: postmaster.pid, as PostgreSQL's src/include/utils/pidfile.h lays it out."""

import time
from pathlib import Path

import psutil

from db.cannot_start import CannotStart

PORT = "5432"
PATIENCE_SECONDS = 60
_NUMBER, _SOCKET_FOLDER, _STATUS = 0, 4, 7  # lines, counted from 0


def ready_at(data: Path) -> Path | None:
    """Where a server that runs on the data listens; None while it takes no connections. Only looks."""
    lines = _lines(data)
    return Path(lines[_SOCKET_FOLDER]) if _server_runs(lines) and lines[_STATUS:] == ["ready"] else None


def runs(data: Path) -> bool:
    """Whether a server runs on the data, also one that is just starting or stopping. Only looks."""
    return _server_runs(_lines(data))


def left_behind(data: Path) -> bool:
    """Whether a server already runs on the data. Waits for one that is just starting or stopping.

    After a crash the number may belong to another program: then the files that name it are cleared away.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while _server_runs(lines := _lines(data)):
        if lines[_STATUS:] == ["ready"]:
            return True
        if time.monotonic() > deadline:
            raise CannotStart(f"The database server of an earlier run hangs: stop process {lines[_NUMBER]}.")
        time.sleep(0.1)
    for stale in ("postmaster.pid", f".s.PGSQL.{PORT}.lock"):
        (data / stale).unlink(missing_ok=True)
    return False


def process_on(data: Path) -> psutil.Process | None:
    """The process of the server that runs on the data; None if none does."""
    lines = _lines(data)
    return psutil.Process(int(lines[_NUMBER])) if _server_runs(lines) else None


def socket_folder(data: Path) -> Path:
    """Where the running server listens."""
    return Path(_lines(data)[_SOCKET_FOLDER])


def _server_runs(lines: list[str]) -> bool:
    try:
        process = psutil.Process(int(lines[_NUMBER]))
        return process.name() == "postgres" and process.status() != psutil.STATUS_ZOMBIE
    except (IndexError, psutil.NoSuchProcess):
        return False


def _lines(data: Path) -> list[str]:
    file = data / "postmaster.pid"
    return [line.strip() for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []
