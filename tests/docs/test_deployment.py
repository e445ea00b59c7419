"""The deployment guide: its settings are those of the app, and its example and its commands can be used."""

import re
import shlex
from pathlib import Path

import psycopg
import pytest
from dotenv import dotenv_values

from db.engine import libpq_url
from services.settings import NAMES, Settings, load_settings, secrets
from services.settings.wrong import WrongSettings
from services.staff.__main__ import arguments
from tests.database import DatabaseUrls
from tests.delivery import yaml_file
from tests.docs.documents import ROOT, compose_commands_in, name_of, rows_in, statements_in, text_of

GUIDE, RUNBOOK = ROOT / "DEPLOYMENT.md", ROOT / "docs/runbook.md"
COMPOSE = yaml_file.read("compose.yaml")
OF_ONE_SERVICE = ("exec", "run")
for_operators = pytest.mark.parametrize("document", [GUIDE, RUNBOOK], ids=name_of)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """deploy/app.env filled in by `make secrets`, and what compose.yaml adds for the app."""
    given = {name: value or "" for name, value in dotenv_values(ROOT / "deploy/app.env.example").items()}
    given |= {name.upper(): value for name, value in secrets.fresh().items()}
    added = {name: str(value) for name, value in COMPOSE["x-app"]["environment"].items()}
    for name, value in (given | added).items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def started() -> Settings | None:
    """The settings that the app would have; None if it would refuse to start."""
    try:
        return load_settings(env_file=None)
    except WrongSettings:
        return None


def written(value: object) -> str:
    """A default as the table has it."""
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(map(str, value)) if isinstance(value, tuple) and value else str(value or "none")


def test_the_example_with_fresh_secrets_starts_in_production(environment: pytest.MonkeyPatch) -> None:
    assert environment
    settings = started()
    assert settings is not None
    assert (settings.profile, settings.behind_pgbouncer, settings.jobs_in_app) == ("production", True, False)


def test_the_table_has_every_setting_in_the_order_of_the_app() -> None:
    assert tuple(row[0].strip("`") for row in rows_in(GUIDE, "Settings")) == NAMES


@pytest.mark.parametrize(("setting", "without"), [row[:2] for row in rows_in(GUIDE, "Settings")])
def test_the_table_says_what_happens_without_a_setting(
    environment: pytest.MonkeyPatch, tmp_path: Path, setting: str, without: str
) -> None:
    name = setting.strip("`")
    environment.chdir(tmp_path)
    environment.delenv(name, raising=False)
    settings = started()
    assert without == (written(getattr(settings, name.lower())) if settings else "refused")


@for_operators
def test_a_command_for_compose_names_services_that_are_there(document: Path) -> None:
    commands = compose_commands_in(document)
    assert commands
    assert [name for command in commands for name in services_of(command) if name not in COMPOSE["services"]] == []


def services_of(command: str) -> list[str]:
    """The services that a command for Compose is about."""
    act, *words = command.split(" | ")[0].split(" > ")[0].split()
    options_with_a_value = {"--since", "--tail"}
    named = [
        word
        for before, word in zip([act, *words], words, strict=False)
        if not word.startswith("-") and before not in options_with_a_value and "=" not in word
    ]
    return named[:1] if act in OF_ONE_SERVICE else named


def test_the_sql_for_operators_is_what_the_database_understands(database_urls: DatabaseUrls) -> None:
    with psycopg.connect(libpq_url(database_urls.owner)) as connection:
        name = connection.info.dbname
        asked = [one for one in statements_in(RUNBOOK) if "drop database" not in one and "…" not in one]
        assert asked
        for statement in asked:
            connection.execute(statement.replace("'mbtq'", f"'{name}'").encode())
        connection.rollback()


def test_the_command_for_the_first_administrator_is_one_that_there_is() -> None:
    [words] = re.findall(r"python -m services\.staff (grant\s[^`]+)`", text_of(GUIDE))
    asked = arguments().parse_args(shlex.split(words))
    assert (asked.address, asked.role, asked.name) == ("me@example.org", "administrator", "Lee")
