"""A house to measure: a process of its own, on a database of its own, with nobody in it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psutil

from services.settings import NAMES
from tests.processes.house_process import ROOT, HouseProcess, free_port

_MEGABYTE = 2**20
_NO_LIMIT = "1000000"


@contextmanager
def a_folder() -> Iterator[Path]:
    """A folder for data, which a house may still be leaving when it goes."""
    with tempfile.TemporaryDirectory(prefix="mbtq-bench-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # root's database runs as another account
        yield Path(folder)


@contextmanager
def a_house(**settings: str) -> Iterator[HouseProcess]:
    """A house that answers, on fresh data; these settings are its own."""
    with a_folder() as folder, running(folder, **settings) as house:
        yield house.opened()


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[HouseProcess]:
    """A house that begins to run on the data in this folder, and is ended in order."""
    house = HouseProcess(folder / "data", free_port(), {"REQUESTS_PER_MINUTE": _NO_LIMIT, **settings})
    try:
        yield house
    finally:
        house.process.terminate()
        house.ended()


def a_key(house: HouseProcess) -> str:
    """A partner's key, made by the command, with a limit of its own that no measurement reaches."""
    command = [sys.executable, "-m", "services.partners", "make", "Bench", "--requests-per-minute", _NO_LIMIT]
    made = subprocess.run(command, cwd=ROOT, env=beside(house), capture_output=True, text=True, check=True)
    return made.stdout.strip()


def beside(house: HouseProcess) -> Mapping[str, str]:
    """The environment of a process that works on the same data."""
    return {**os.environ, **dict.fromkeys(NAMES, ""), "DATA_DIR": str(house.data_dir)}


def megabytes(house: HouseProcess) -> float:
    """What the process holds in memory, without its database."""
    return float(psutil.Process(house.process.pid).memory_info().rss) / _MEGABYTE


def cpu_seconds(process_id: int) -> float:
    """What a process has used of the processor since its start."""
    used = psutil.Process(process_id).cpu_times()
    return float(used.user + used.system)
