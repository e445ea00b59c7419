"""A house that runs as long as a block, with data of its own."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.processes.house_process import HouseProcess, free_port

_UNMEASURED = {"COVERAGE_PROCESS_CONFIG": ""}  # coverage would slow it by a third, and other tests reach its lines


@contextmanager
def a_folder() -> Iterator[Path]:
    """A folder for data, which a house may still be leaving when it goes."""
    with tempfile.TemporaryDirectory(prefix="mbtq-house-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # root's database runs as another account
        yield Path(folder) / "data"


@contextmanager
def a_house(**settings: str) -> Iterator[HouseProcess]:
    """A house that answers, on fresh data; these settings are its own."""
    with a_folder() as folder, running(folder, **_UNMEASURED, **settings) as house:
        yield house.opened()


@contextmanager
def running(data_dir: Path, **settings: str) -> Iterator[HouseProcess]:
    """A house that begins to run on the data in this folder, and is ended in order."""
    house = HouseProcess(data_dir, free_port(), settings)
    try:
        yield house
    finally:
        house.process.terminate()
        house.ended()
