"""The command that grants roles and ends them: what it prints, how it refuses, and that it is written down."""

import base64
import os
from pathlib import Path

import psycopg
import pytest

from db.engine import libpq_url
from db.types import new_id
from services.accounts import addresses
from services.house import House
from services.sealing import seal
from services.staff.__main__ import main
from tests.database import DatabaseUrls

ADDRESS = f"first-{new_id().hex}@people.example"
Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _somebody_at_a_shared_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database_urls: DatabaseUrls, house: House
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", database_urls.app)
    monkeypatch.setenv("SEALING_KEYS", f"test:{base64.b64encode(os.urandom(32)).decode()}")
    monkeypatch.setenv("INDEX_KEY", house.settings.index_key.get_secret_value())
    account_id = new_id()
    sealed = seal(house.keyring, ADDRESS, table="account", column="email_sealed", row_id=account_id)
    with psycopg.connect(libpq_url(database_urls.owner), autocommit=True) as connection:
        connection.execute(
            "insert into account (id, role, email_sealed, email_index, is_demo, created_at) "
            "values (%s, 'customer', %s, %s, true, now())",
            (account_id, sealed, addresses.index_of(house, ADDRESS)),
        )


def test_the_first_administrator_comes_from_the_command_and_it_is_written_down(
    capsys: Said, database_urls: DatabaseUrls
) -> None:
    assert main(["grant", ADDRESS, "administrator", "Lee"]) == 0
    assert capsys.readouterr().out == f"{ADDRESS} now has the role administrator, and is called Lee.\n"
    assert main(["grant", ADDRESS, "administrator", "Lee"]) == 1
    assert capsys.readouterr().err == "This person has this role already.\n"
    assert main(["confirm", ADDRESS, "administrator"]) == 0
    assert capsys.readouterr().out == f"{ADDRESS} keeps the role administrator for 90 days more.\n"
    assert main(["end", ADDRESS, "administrator"]) == 0
    assert main(["end", ADDRESS, "administrator"]) == 1
    assert capsys.readouterr().err == "The person with this email address does not have this role.\n"
    with psycopg.connect(libpq_url(database_urls.owner)) as connection:
        written = "select act from audit_record where actor_id = 'role desk' order by id desc limit 3"
        assert [row[0] for row in connection.execute(written)] == [
            "role.ended.administrator",
            "role.confirmed.administrator",
            "role.granted.administrator",
        ]


def test_whoever_has_no_account_is_not_made_an_administrator(capsys: Said) -> None:
    assert main(["grant", "nobody@people.example", "administrator", "Lee"]) == 1
    assert "There is no account" in capsys.readouterr().err
