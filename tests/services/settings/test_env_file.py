"""No line of a file of settings is passed over: who wrote it meant something, and would think that it holds."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.cannot_start import CannotStart
from services.settings import load_settings
from services.settings.env_file import unread_lines
from services.settings.wrong import WrongSettings
from services.starting.doctor.__main__ import examined

_HOW = "can't be read: write NAME=value, with quotation marks at both ends or at none."
_NOBODY = 65534


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refused(written: bytes) -> WrongSettings:
    Path(".env").write_bytes(written)
    with pytest.raises(WrongSettings) as problem:
        load_settings()
    return problem.value


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("REQUESTS_PER_MINUTE: 5\n", 1),
        ("REQUESTS_PER_MINUTE\n", 1),
        ("PORT=8081\n\n# A remark\n\nhunter2 without an equals sign\n", 5),
        ('PORT=8081\r\n\r\nMAIL_FROM="hunter2\r\nLOG_LEVEL=info\r\n', 3),
        ('MAIL_FROM="hunter2\nSUPPORT_EMAIL="help@example.org"\n', 1),
    ],
)
def test_a_line_that_is_no_setting_is_named_by_its_number_and_not_shown(
    written: str, number: int, capfd: pytest.CaptureFixture[str]
) -> None:
    problem = refused(written.encode())
    assert problem.problems == [f"Line {number} of .env {_HOW}"]
    assert "hunter2" not in str(problem)
    assert capfd.readouterr().err == ""


def test_every_line_that_can_not_be_read_is_told_at_once() -> None:
    assert [each.split(" of ")[0] for each in refused(b"a b\nPORT=8081\nc d\n").problems] == ["Line 1", "Line 3"]


@pytest.mark.parametrize(
    "line",
    ["", "# PORT: 1", "PORT = 8081", "export PORT=8081", "PORT='8081' # ours", 'KEY_SERVICE_KEY="m\nbtq"', "PORT="],
)
def test_what_the_reader_understands_is_left_to_it(line: str) -> None:
    Path(".env").write_text(f"{line}\n", encoding="utf-8-sig")
    assert not [*unread_lines(Path(".env"))]


def test_a_file_in_another_encoding_is_told_with_the_line_and_what_to_do() -> None:
    problem = refused("PROFILE=production\nMAIL_FROM=Böhm <no-reply@example.org>\n".encode("latin-1"))
    assert problem.problems == ["Line 2 of .env is not written in UTF-8: save the file as UTF-8."]
    assert not problem.in_development


def test_a_folder_in_its_place_is_told_as_such() -> None:
    Path(".env").mkdir()
    with pytest.raises(WrongSettings, match=r"\.env is a folder: put the file with your settings in its place"):
        load_settings()


@pytest.fixture(name="somebody_else")
def _somebody_else(tmp_path: Path) -> Iterator[None]:
    if os.geteuid():
        yield
        return
    tmp_path.chmod(0o755)
    os.seteuid(_NOBODY)
    yield
    os.seteuid(0)


def test_a_file_that_others_may_not_read_is_told_as_such(request: pytest.FixtureRequest) -> None:
    Path(".env").write_text("PORT=8081\n", encoding="utf-8")
    Path(".env").chmod(0)
    request.getfixturevalue("somebody_else")
    with pytest.raises(WrongSettings, match=r"\.env can't be read \(Permission denied\): the account"):
        load_settings()


async def test_make_doctor_says_it_too() -> None:
    refused(b"REQUESTS_PER_MINUTE: 5\n")
    told = [line async for finding in examined("") for line in finding.lines() if finding.part.startswith("setting")]
    assert told[0] == f"wrong  Line 1 of .env {_HOW}"


def test_a_secret_of_this_machine_that_can_not_be_read_is_not_made_anew() -> None:
    load_settings()
    kept = Path(".data/secrets.env")
    damaged = kept.read_text(encoding="utf-8").replace("INDEX_KEY=", "INDEX_KEY ")
    kept.write_text(damaged, encoding="utf-8")
    with pytest.raises(CannotStart, match=r"Line 2 of .*secrets\.env can't be read"):
        load_settings()
    assert kept.read_text(encoding="utf-8") == damaged
