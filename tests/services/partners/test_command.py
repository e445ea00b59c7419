"""The command that makes, lists and revokes keys: what it prints, and how it refuses."""

import re
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from db.engine import libpq_url
from db.roles import ensure_database
from services.partners.__main__ import main
from tests.database import DatabaseUrls, urls_of

Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _at_a_shared_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database_urls: DatabaseUrls) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", database_urls.app)


def made(capsys: Said, partner: str = "Example Bank") -> str:
    assert main(["make", partner]) == 0
    key, newline = capsys.readouterr().out[:-1], "\n"
    assert newline not in key
    return key


def prefix_of(key: str) -> str:
    return key[: len("mbtq_") + 8]


def test_a_key_is_all_that_goes_to_standard_output(capsys: Said) -> None:
    assert main(["make", "Example Bank"]) == 0
    out, beside = capsys.readouterr()
    assert re.fullmatch(r"mbtq_\w{8}_[\w-]{43}\n", out)
    assert "only once" in beside
    assert out.strip() not in beside


def test_the_list_shows_each_key_its_partner_and_its_days(capsys: Said) -> None:
    key = made(capsys, "A Bank with [brackets]")
    assert main(["list"]) == 0
    [row] = [line for line in capsys.readouterr().out.splitlines() if line.startswith(prefix_of(key))]
    assert row.endswith("A Bank with [brackets]")
    assert re.search(r"\w+ \d+, \d{4}", row)
    assert key not in row


def test_revoking_says_whose_key_has_ended(capsys: Said) -> None:
    prefix = prefix_of(made(capsys))
    assert main(["revoke", prefix]) == 0
    assert capsys.readouterr().out == f"The key {prefix} of Example Bank has ended.\n"


@pytest.mark.parametrize(
    ("asked", "said"),
    [(["revoke", "mbtq_zzzzzzzz"], "No key begins like this."), (["make", " "], "Give the name of the partner.")],
)
def test_what_cannot_be_done_is_said_in_one_line(capsys: Said, asked: list[str], said: str) -> None:
    assert main(asked) == 1
    out, beside = capsys.readouterr()
    assert out == ""
    assert beside.startswith(said)
    assert beside.count("\n") == 1


@pytest.mark.parametrize("asked", [[], ["make"], ["revoke"], ["forget", "mbtq_zzzzzzzz"]])
def test_wrong_use_ends_with_two(capsys: Said, asked: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(asked)
    assert caught.value.code == 2
    assert "usage: python -m services.partners" in capsys.readouterr().err


def test_a_database_without_its_migrations_is_refused(
    capsys: Said, monkeypatch: pytest.MonkeyPatch, superuser_url: str, worker_id: str
) -> None:
    name = f"without_tables_{worker_id}"
    with psycopg.connect(libpq_url(superuser_url), autocommit=True) as server:
        ensure_database(server, name)
        monkeypatch.setenv("DATABASE_URL", urls_of(superuser_url, name).app)
        assert main(["list"]) == 1
        server.execute(SQL("drop database {}").format(Identifier(name)))
    assert "Run make migrate" in capsys.readouterr().err


def test_a_key_may_be_made_with_a_limit_of_its_own(capsys: Said) -> None:
    assert main(["make", "Busy Bank", "--requests-per-minute", "5000"]) == 0
    prefix = prefix_of(capsys.readouterr().out)
    assert main(["list"]) == 0
    [row] = [line for line in capsys.readouterr().out.splitlines() if line.startswith(prefix)]
    assert row.split()[-3:] == ["5000", "Busy", "Bank"]


@pytest.mark.parametrize("amount", ["0", "-5", "many", "1000001", "1.5"])
def test_a_limit_that_is_no_number_of_requests_is_refused(capsys: Said, amount: str) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["make", "Busy Bank", f"--requests-per-minute={amount}"])
    assert refused.value.code == 2
    assert "Give a number of requests from 1 to 1,000,000." in capsys.readouterr().err
