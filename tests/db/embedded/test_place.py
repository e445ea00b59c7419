"""Root's database lies where another account may walk to it, and no private folder is opened for that."""

import os
import pwd
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.cannot_start import CannotStart
from db.embedded import place, place_in
from db.embedded.place import anyone_may_enter

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs its database as another account")


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that everybody may enter, in the place of /var/lib."""
    with tempfile.TemporaryDirectory(prefix="mbtq-public-") as folder:
        Path(folder).chmod(0o755)
        monkeypatch.setattr(place, "_PUBLIC_FOLDER", Path(folder))
        yield Path(folder)


def test_a_folder_below_a_private_one_cannot_be_entered(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "house"
    folder.mkdir(parents=True)
    folder.parent.chmod(0o700)
    assert not anyone_may_enter(folder)


@as_root
def test_root_in_a_private_home_gets_another_place_and_the_home_stays_closed(tmp_path: Path, public: Path) -> None:
    tmp_path.chmod(0o700)
    chosen = place_in(tmp_path / "data")
    assert chosen.folder.parent == public
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700
    assert chosen == place_in(tmp_path / "data")


@as_root
def test_root_in_a_folder_that_is_open_keeps_its_data_there(public: Path) -> None:
    assert place_in(public / "data").folder == public / "data"


@as_root
def test_programs_in_a_private_environment_are_copied_to_where_they_can_be_run(
    tmp_path: Path, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    tmp_path.chmod(0o700)
    monkeypatch.setattr(place, "_bundled_programs", lambda: tmp_path / "bin")

    programs = place_in(public / "data").programs
    assert programs.is_relative_to(public)
    nobody = pwd.getpwnam("nobody")
    for program in ("initdb", "pg_ctl", "postgres"):
        subprocess.run([programs / program, "--version"], user=nobody.pw_uid, group=nobody.pw_gid, check=True)


@as_root
def test_data_that_a_person_made_is_served_as_that_person(public: Path) -> None:
    (public / "data" / "postgres").mkdir(parents=True)
    os.chown(public / "data" / "postgres", 65534, 65534)
    account = place_in(public / "data").account
    assert account is not None
    assert account.pw_uid == 65534


@as_root
def test_without_an_account_to_run_as_root_is_told_what_to_do(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "_ACCOUNT", "no such account/")
    with pytest.raises(CannotStart, match="Start as an ordinary user, or set DATABASE_URL"):
        place_in(public / "data")


def test_a_person_runs_the_database_as_themselves(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    chosen = place_in(public / "data")
    assert (chosen.account, chosen.folder) == (None, public / "data")
