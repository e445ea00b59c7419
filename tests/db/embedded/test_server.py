"""The embedded server starts from whatever the last run left behind, and refuses what it can't use."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from db import embedded
from db.cannot_start import CannotStart
from db.embedded import EmbeddedServer
from db.engine import libpq_url


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """A folder that every account may walk to."""
    with tempfile.TemporaryDirectory(prefix="mbtq-embedded-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


def answer(server: EmbeddedServer) -> str:
    """What the server says of itself."""
    with psycopg.connect(libpq_url(server.url("postgres", "postgres"))) as connection:
        [version, zone, addresses] = connection.execute(
            "select split_part(version(), '.', 1), current_setting('timezone'), current_setting('listen_addresses')"
        ).fetchone() or ["", "", ""]
    return f"{version}, {zone}, listens on {addresses or 'no network'}"


def start(data_dir: Path) -> EmbeddedServer:
    return embedded.start(embedded.place_in(data_dir), options={"fsync": "off"})


def test_it_is_postgresql_18_in_utc_that_no_network_reaches(data_dir: Path) -> None:
    server = start(data_dir)
    try:
        assert answer(server) == "PostgreSQL 18, UTC, listens on no network"
    finally:
        server.stop()


def test_half_a_database_of_a_killed_first_start_is_made_anew(data_dir: Path) -> None:
    (data_dir / "postgres.new" / "base").mkdir(parents=True)
    server = start(data_dir)
    server.stop()
    assert not (data_dir / "postgres.new").exists()


def test_a_number_that_belongs_to_another_program_by_now_is_no_server(data_dir: Path) -> None:
    start(data_dir).stop()
    stale = [str(os.getppid()), str(data_dir / "postgres"), "0", "5432", "/nowhere", "", "0 0", "ready"]
    for name in ("postmaster.pid", ".s.PGSQL.5432.lock"):
        (data_dir / "postgres" / name).write_text("\n".join(stale), encoding="utf-8")
    server = start(data_dir)
    try:
        assert answer(server).startswith("PostgreSQL 18")
    finally:
        server.stop()


def test_a_folder_with_an_unusual_name_is_as_good_as_any(data_dir: Path) -> None:
    server = start(data_dir / "Ana's house, 50% new")
    try:
        assert answer(server).startswith("PostgreSQL 18")
    finally:
        server.stop()


def test_a_folder_with_a_long_name_gets_its_socket_elsewhere(data_dir: Path) -> None:
    server = start(data_dir / ("long " * 20))
    try:
        assert answer(server).startswith("PostgreSQL 18")
        assert not server.socket_folder.is_relative_to(data_dir)
    finally:
        server.stop()
    assert not server.socket_folder.exists()


def test_data_of_another_release_is_left_alone(data_dir: Path) -> None:
    (data_dir / "postgres").mkdir()
    (data_dir / "postgres" / "PG_VERSION").write_text("17\n", encoding="utf-8")
    with pytest.raises(CannotStart, match="was written by PostgreSQL 17; this app brings 18"):
        start(data_dir)


def test_a_server_that_does_not_start_is_told_in_its_own_words(data_dir: Path) -> None:
    start(data_dir).stop()
    (data_dir / "postgres" / "postgresql.conf").write_text("no_such_setting = on\n", encoding="utf-8")
    with pytest.raises(CannotStart, match=r"does not start: .*contains errors"):
        start(data_dir)


@pytest.mark.parametrize("hangs", [False, True])
def test_one_that_does_not_stop_is_ended_and_the_next_start_finds_what_was_committed(
    data_dir: Path, hangs: bool
) -> None:
    server = start(data_dir)
    with psycopg.connect(libpq_url(server.url("postgres", "postgres"))) as connection:
        connection.execute("create table kept ()")
    main = psutil.Process(int((server.place.data / "postmaster.pid").read_text(encoding="utf-8").split()[0]))
    parts = [main, *main.children(recursive=True)]
    for part in parts if hangs else []:
        part.suspend()
    embedded.end_if_ours(server.place)
    assert not any(part.is_running() and part.status() != psutil.STATUS_ZOMBIE for part in parts)
    server.lock.close()
    again = start(data_dir)
    try:
        with psycopg.connect(libpq_url(again.url("postgres", "postgres"))) as connection:
            assert connection.execute("select to_regclass('kept')").fetchone() == ("kept",)
    finally:
        again.stop()
