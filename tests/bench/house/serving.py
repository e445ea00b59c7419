"""A house to measure: a process of its own, on a database of its own, with nobody in it."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager

import psutil

from tests.processes import passing_house
from tests.processes.house_process import ROOT, HouseProcess, only, ran

_MEGABYTE = 2**20
_NO_LIMIT = "1000000"
Program = subprocess.Popen[str]
"""One that runs, and is read and written as text."""


def a_house(**settings: str) -> AbstractContextManager[HouseProcess]:
    """A house that answers as often as it can, on fresh data; these settings are its own."""
    return passing_house.a_house(REQUESTS_PER_MINUTE=_NO_LIMIT, **settings)


@contextmanager
def a_program(name: str, asked: object, *, first_says: str, env: Mapping[str, str] | None = None) -> Iterator[Program]:
    """A program of this folder that was told what to do in a line of JSON, and has said that it is ready."""
    command = [sys.executable, "-m", f"{__package__}.{name}"]
    with subprocess.Popen(command, cwd=ROOT, env=env, stdin=-1, stdout=-1, text=True) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(json.dumps(asked) + "\n")
        program.stdin.flush()
        try:
            assert program.stdout.readline() == f"{first_says}\n"
            yield program
        finally:
            program.terminate()


def a_key(house: HouseProcess) -> str:
    """A partner's key, made by the command, with a limit of its own that no measurement reaches."""
    named = ("make", "Bench", "--requests-per-minute", _NO_LIMIT)
    made = ran("services.partners", *named, DATA_DIR=str(house.data_dir))
    made.check_returncode()
    return made.stdout.strip()


def beside(house: HouseProcess) -> Mapping[str, str]:
    """The environment of a process that works on the same data."""
    return only({"DATA_DIR": str(house.data_dir)})


def megabytes(house: HouseProcess) -> float:
    """What the process holds in memory, without its database."""
    return float(psutil.Process(house.process.pid).memory_info().rss) / _MEGABYTE


def cpu_seconds(process_id: int) -> float:
    """What a process has used of the processor since its start."""
    used = psutil.Process(process_id).cpu_times()
    return float(used.user + used.system)
