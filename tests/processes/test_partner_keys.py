"""The command for keys works beside a house that is open, and without one."""

import time
from pathlib import Path

import httpx
import pytest

from tests.partners import ESTIMATE
from tests.processes.conftest import Start
from tests.processes.house_process import HouseProcess, ran, runs

pytestmark = pytest.mark.slow

PATIENCE_SECONDS = 60  # five are promised; a busy machine is slow, not wrong


def keys(data_dir: Path, *asked: str) -> str:
    """What the command prints."""
    done = ran("services.partners", *asked, DATA_DIR=str(data_dir))
    done.check_returncode()
    return done.stdout.strip()


def answer(house: HouseProcess, key: str) -> httpx.Response:
    return httpx.post(f"{house.address}{ESTIMATE}", json={"income_w2": 31200}, headers={"X-API-Key": key})


def test_a_key_is_made_and_revoked_while_the_house_is_open_and_listed_when_it_is_closed(start: Start) -> None:
    house = start().opened()
    database = house.database()

    key = keys(house.data_dir, "make", "Example Bank")
    assert answer(house, key).status_code == 200
    prefix = key[: len("mbtq_") + 8]
    keys(house.data_dir, "revoke", prefix)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while answer(house, key).status_code != 401:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    assert runs(database)

    house.process.terminate()
    house.ended()
    assert prefix in keys(house.data_dir, "list")
    assert not (house.data_dir / "postgres" / "postmaster.pid").exists()
