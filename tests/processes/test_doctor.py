"""`make doctor` as an operator runs it: beside a house that is open, without one, and on settings that are wrong."""

from pathlib import Path

import pytest

from tests.processes.conftest import Start
from tests.processes.house_process import ran, runs


def doctor(data_dir: Path, *to: str, **environment: str) -> tuple[int, str]:
    """The exit code and what the command prints."""
    done = ran("services.starting.doctor", *to, DATA_DIR=str(data_dir), **environment)
    return done.returncode, done.stdout


@pytest.mark.slow
def test_it_looks_beside_a_house_that_is_open_and_leaves_it_open(start: Start) -> None:
    house = start().opened()
    code, said = doctor(house.data_dir, "ada@example.org")
    assert (code, said.splitlines()[-1]) == (0, "Nothing is wrong.")
    assert "ok     A test letter was handed over (files: " in said
    assert runs(house.database())


def test_without_a_house_it_starts_the_database_and_stops_it_again(data_dir: Path) -> None:
    code, said = doctor(data_dir)
    assert code == 0, said
    assert "ok     The database answers: PostgreSQL 18" in said
    assert "look   No test letter was sent." in said
    assert not (data_dir / "postgres" / "postmaster.pid").exists()


def test_settings_that_the_house_refuses_are_each_a_line_with_what_to_do(data_dir: Path) -> None:
    code, said = doctor(data_dir, PROFILE="production", DEMO_DATA="true")
    assert code == 1
    assert "wrong  SEALING_KEYS is missing: make secrets prints one.\n       What to do: " in said
    assert "wrong  DEMO_DATA must be off" in said
    assert said.splitlines()[-1].endswith(" things are wrong.")
