"""However a house ends, nothing that it started runs on for long."""

import signal
import time

import pytest

from tests.processes.conftest import Start
from tests.processes.house_process import runs

_MOST_SECONDS = 30


@pytest.mark.slow
def test_ctrl_c_stops_the_house_and_its_database(start: Start) -> None:
    house = start().opened()
    database = house.database()
    house.interrupt()
    assert house.ended() == (0, "")
    assert not runs(database)


@pytest.mark.slow
def test_an_impatient_second_ctrl_c_leaves_nothing_behind_either(start: Start) -> None:
    house = start().opened()
    database = house.database()
    house.interrupt()
    house.interrupt()
    assert house.ended() == (0, "")
    assert not runs(database)


def test_sigterm_stops_the_house_and_its_database(start: Start) -> None:
    house = start().opened()
    database = house.database()
    house.process.terminate()
    assert house.ended() == (-signal.SIGTERM, "")
    assert not runs(database)


def test_after_a_kill_the_next_start_takes_the_database_over_and_stops_it(start: Start) -> None:
    killed = start().opened()
    left_behind = killed.database()
    killed.process.kill()
    killed.ended()
    assert runs(left_behind)

    house = start().opened()
    assert house.database() == left_behind
    house.process.terminate()
    house.ended()
    assert not runs(left_behind)


@pytest.mark.slow
def test_a_stop_that_comes_while_the_house_opens_leaves_no_database_either(start: Start) -> None:
    house = start()
    house.wait_for_database()
    house.process.terminate()
    house.ended()
    with pytest.raises(FileNotFoundError):
        house.database()


@pytest.mark.slow
def test_a_database_that_hangs_is_ended_with_the_house(start: Start) -> None:
    house = start().opened()
    main = house.database()
    parts = [main, *main.children(recursive=True)]
    for part in parts:
        part.suspend()
    began = time.monotonic()
    house.process.terminate()
    code, said = house.ended()
    assert (code, said.count("Ended after 20 seconds")) == (1, 1), said
    assert time.monotonic() - began < _MOST_SECONDS
    assert not [part for part in parts if runs(part)]
    again = start().opened()
    again.process.terminate()
    again.ended()
