"""A house that can't open says why in one line and leaves with exit code 1."""

import json
import socket

import pytest

from tests.database import DatabaseUrls
from tests.processes.conftest import Start
from tests.processes.house_process import HouseProcess, free_port, runs

pytestmark = pytest.mark.slow


def reason(house: HouseProcess) -> str:
    """The one line of a house that did not open."""
    code, said = house.ended()
    assert (code, said.count("\n")) == (1, 1), said
    return said


def test_a_port_in_use_is_named(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert reason(start(port=port)).startswith(f"Port {port} is in use.")


def test_a_wrong_setting_is_named(start: Start) -> None:
    said = reason(start(PROFILE="holiday"))
    assert json.loads(said)["message"].startswith("Wrong settings. PROFILE:")  # as on no developer's own machine


def test_a_developer_reads_which_setting_is_wrong_and_what_to_do_as_a_plain_line(start: Start) -> None:
    said = reason(start(MOST_WAITING_PAGES="many"))
    assert said.startswith("Wrong settings. MOST_WAITING_PAGES:")
    assert said.endswith(".env.example explains each setting.\n")


def test_where_others_are_served_a_wrong_setting_is_a_line_of_json(start: Start) -> None:
    line = json.loads(reason(start(PROFILE="production", MOST_WAITING_PAGES="many")))
    assert line["level"] == "critical"
    assert "MOST_WAITING_PAGES:" in line["message"]
    assert ".env.example explains each setting." in line["message"]


def test_production_without_secrets_is_refused(start: Start) -> None:
    assert "SEALING_KEYS is missing" in reason(start(PROFILE="production"))


def test_a_data_folder_that_cannot_be_made_is_named(start: Start) -> None:
    assert "The data folder /proc/here can't be made" in reason(start(DATA_DIR="/proc/here"))


def test_a_folder_of_files_that_cannot_be_made_is_named(start: Start) -> None:
    assert "The folder of files /proc/here can't be made" in reason(start(FILES_URL="file:///proc/here"))


def test_keys_that_cannot_be_had_are_named(start: Start) -> None:
    assert "KEYS_FILE /nowhere/keys.toml can't be read" in reason(start(KEYS_FILE="/nowhere/keys.toml"))


def test_a_database_that_does_not_answer_is_named(start: Start) -> None:
    port = free_port()
    said = reason(start(DATABASE_URL=f"postgresql://mbtq_app:secret-word@127.0.0.1:{port}/mbtq"))
    assert f"The database at 127.0.0.1:{port}/mbtq can't be reached" in said
    assert "secret-word" not in said


def test_a_role_with_too_many_rights_is_refused(start: Start, database_urls: DatabaseUrls) -> None:
    assert "mbtq_owner has too many rights" in reason(start(DATABASE_URL=database_urls.owner))


def test_a_second_house_on_the_same_data_is_refused_and_the_first_stays(start: Start) -> None:
    first = start().opened()
    assert reason(start()).startswith("The app already runs on the data in")
    assert first.process.poll() is None
    assert runs(first.database())
