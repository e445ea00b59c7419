"""The house as people start it: a process of its own, with its own data and port."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import psutil

from services.settings import NAMES

ROOT = Path(__file__).parents[2]
_PATIENCE_SECONDS = 60
_IN_A_HURRY = {"REQUESTS_PER_MINUTE": "100000", "EVENTS_PER_MINUTE": "100000", "LETTERS_PER_HOUR": "100000"}

DATA_OF: dict[str, Path] = {}
"""The data folder of each house that was started, by its address: a browser knows only that."""


class HouseProcess:
    """`python main.py` on its own data folder, as in `make run`."""

    def __init__(self, data_dir: Path, port: int, environment: Mapping[str, str] | None = None) -> None:
        given = {
            "DATA_DIR": str(data_dir),
            "PORT": str(port),
            "DEMO_DATA": "false",
            **_IN_A_HURRY,
            **(environment or {}),
        }
        self.data_dir = data_dir
        self.address = f"{'https' if 'LOCAL_TLS' in given else 'http'}://localhost:{port}"
        DATA_OF[self.address] = data_dir
        self.process = subprocess.Popen(  # pylint: disable=consider-using-with  # it runs as long as its test
            [sys.executable, "main.py"],
            cwd=ROOT,
            env=only(given),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def opened(self) -> "HouseProcess":
        """Wait until it says where it is."""
        assert self.process.stdout is not None
        told = []
        while self.address not in (line := self.process.stdout.readline()):
            told.append(line)
            assert line, f"It ended early: {''.join(told)} {self.process.communicate()[1]}"
        return self

    def wait_for_database(self) -> None:
        """Wait until its database server has begun to run, and not a moment longer."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not (self.data_dir / "postgres" / "postmaster.pid").exists():
            assert time.monotonic() < deadline
            time.sleep(0.01)

    def database(self) -> psutil.Process:
        """The database server that runs on its data."""
        pid_file = self.data_dir / "postgres" / "postmaster.pid"
        return psutil.Process(int(pid_file.read_text().splitlines()[0]))

    def interrupt(self) -> None:
        """Ctrl-C: the terminal sends it to the whole group."""
        os.killpg(self.process.pid, signal.SIGINT)

    def ended(self) -> tuple[int, str]:
        """Wait for the end: the exit code, and what it said on standard error."""
        _, said = self.process.communicate(timeout=_PATIENCE_SECONDS)
        return self.process.returncode, said


def only(settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of this machine with these settings and no others: a developer's .env has no say."""
    return {**os.environ, **dict.fromkeys(NAMES, ""), **settings}


def ran(module: str, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    """A command of the house, from its beginning to its end."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, env=only(settings), capture_output=True, text=True, check=False)


def runs(process: psutil.Process) -> bool:
    """Whether a process still does anything; one that only waits to be buried does not."""
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
