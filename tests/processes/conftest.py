"""Houses that a test starts, and that are gone when it ends."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.processes.house_process import HouseProcess, free_port

Start = Callable[..., HouseProcess]


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """A data folder that every account may walk to: root's database runs as another one."""
    with tempfile.TemporaryDirectory(prefix="mbtq-house-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        yield Path(folder) / "data"


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
