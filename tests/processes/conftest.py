"""Houses that a test starts, and that are gone when it ends."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.processes.house_process import HouseProcess, free_port
from tests.processes.passing_house import a_folder

Start = Callable[..., HouseProcess]


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """A data folder of this test alone."""
    with a_folder() as folder:
        yield folder


@pytest.fixture
def start(data_dir: Path) -> Iterator[Start]:
    """Start a house; keywords are its environment."""
    houses: list[HouseProcess] = []

    def start(*, port: int | None = None, **environment: str) -> HouseProcess:
        houses.append(HouseProcess(data_dir, port or free_port(), environment))
        return houses[-1]

    yield start
    for house in houses:
        house.process.kill()
        house.process.communicate()
        with suppress(FileNotFoundError, psutil.NoSuchProcess):
            house.database().kill()
