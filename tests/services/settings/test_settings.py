"""A house starts with the settings that somebody meant, and says in one line what is wrong with the others."""

from pathlib import Path

import pytest

from db.cannot_start import CannotStart
from services.settings import Settings, load_settings, secrets
from services.settings.wrong import WrongSettings


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_developer_needs_no_settings_at_all() -> None:
    settings = load_settings()
    assert settings.in_development
    assert settings.public_url == "http://localhost:8080"
    assert settings.demo_data


def test_tomorrow_opens_what_was_sealed_today() -> None:
    assert load_settings() == load_settings()


def test_the_secrets_of_a_developers_machine_can_be_read_by_nobody_else() -> None:
    load_settings()
    assert Path(".data/secrets.env").stat().st_mode & 0o777 == 0o600


def test_a_secret_that_was_given_is_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = secrets.fresh()["index_key"]
    monkeypatch.setenv("INDEX_KEY", mine)
    assert load_settings().index_key.get_secret_value() == mine
    assert "INDEX_KEY" not in Path(".data/secrets.env").read_text(encoding="utf-8")


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("PORT=8081\nMAIL_FROM=file@example.org\n", encoding="utf-8")
    monkeypatch.setenv("PORT", "8082")
    settings = load_settings()
    assert settings.port == 8082
    assert settings.mail_from == "file@example.org"
    assert settings.public_url == "http://localhost:8082"


def test_networks_are_written_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEALTH_NETWORKS", "10.0.0.0/8, fd00::/8")
    assert [str(network) for network in load_settings().health_networks] == ["10.0.0.0/8", "fd00::/8"]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PORT", "99999", "PORT: must be 65535 or less."),
        ("PORT", "0", "PORT: must be 1 or more."),
        ("PORT", "eighty", "PORT: must be a whole number."),
        ("PORT", "80.5", "PORT: must be a whole number."),
        ("LOCAL_TLS", "perhaps", "LOCAL_TLS: must be true or false."),
        ("IDLE_MINUTES", "soon", "IDLE_MINUTES: must be a number."),
        ("IDLE_MINUTES", "0", "IDLE_MINUTES: must be more than 0."),
        ("IDLE_MINUTES", "nan", "IDLE_MINUTES: must be"),
        ("PROFILE", "prod", "PROFILE: must be 'development', 'staging' or 'production'."),
        ("PUBLIC_URL", "example.org", "PUBLIC_URL: must look like https://www.example.org, without a path."),
        ("DATABASE_URL", "sqlite:///house.db", "DATABASE_URL: must look like postgresql://"),
        ("REDIS_URL", "localhost:6379", "REDIS_URL: must look like redis://"),
        ("SEALING_KEYS", "k1:c2hvcnQ=", "SEALING_KEYS: Key 1 is not 32 bytes in base64."),
        ("INDEX_KEY", "I 2:c2hvcnQ=", "INDEX_KEY: Key 1 needs a name of its own"),
        ("INDEX_KEY", "c2hvcnQ=", "INDEX_KEY: Key 1 is not 32 bytes in base64"),
        ("HEALTH_TOKEN", "x" * 31, "HEALTH_TOKEN: must have 32 characters or more"),
        (
            "HEALTH_NETWORKS",
            "everybody",
            "HEALTH_NETWORKS: must be networks like 10.0.0.0/8, with commas between them.",
        ),
        ("SENTRY_DSN", "sentry.example.org/1", "SENTRY_DSN: must look like https://key@sentry.example.org/1."),
        ("SENTRY_DSN", "https://sentry.example.org/1", "SENTRY_DSN: must look like https://key@sentry.example.org/1."),
        ("SENTRY_TRACES_SAMPLE_RATE", "2", "SENTRY_TRACES_SAMPLE_RATE: must be 1 or less."),
        ("ORGANISATIONS", "county", "ORGANISATIONS: needs four lines"),
        (
            "ORGANISATIONS__COUNTY__ISSUER",
            "login.example.org",
            "ORGANISATIONS__COUNTY__ISSUER: must look like https://",
        ),
        (
            "ORGANISATIONS__COUNTY__ISSUER",
            "https://login.example.org",
            "ORGANISATIONS__COUNTY__CLIENT_SECRET is missing.",
        ),
        ("ORGANISATIONS__COUNTY__SECRET", "x", "ORGANISATIONS__COUNTY__SECRET is not a setting: see .env.example."),
        ("KEY_SERVICE_KEY", "no spaces", "KEY_SERVICE_KEY: must match "),
        ("ORGANISATIONS__THE-COUNTY__NAME", "The County", "ORGANISATIONS__THE-COUNTY: "),
        ("LOG_LEVEL", "loud", "LOG_LEVEL: must be 'debug', 'info', 'warning' or 'error'."),
        ("DATA_DIR", "/proc/nowhere", "The data folder /proc/nowhere can't be made"),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(CannotStart) as refused:
        load_settings()
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_misspelt_setting_in_the_file_is_found() -> None:
    Path(".env").write_text("PROT=8081\n", encoding="utf-8")
    with pytest.raises(CannotStart, match=r"PROT is not a setting: see \.env\.example\."):
        load_settings()


def test_an_organisation_is_told_in_four_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["NAME=The County", "ISSUER=https://login.example.org", "CLIENT_ID=mbtq", "CLIENT_SECRET=hunter2"]
    Path(".env").write_text("".join(f"ORGANISATIONS__COUNTY__{line}\n" for line in lines), encoding="utf-8")
    monkeypatch.setenv("ORGANISATIONS__SCHOOL__NAME", "The School")
    monkeypatch.setenv("ORGANISATIONS__SCHOOL__ISSUER", "https://login.example.edu/")
    monkeypatch.setenv("ORGANISATIONS__SCHOOL__CLIENT_ID", "mbtq")
    monkeypatch.setenv("ORGANISATIONS__SCHOOL__CLIENT_SECRET", "hunter3")
    settings = load_settings()
    told = {key: (one.name, one.issuer) for key, one in settings.organisations.items()}
    assert told == {
        "county": ("The County", "https://login.example.org"),
        "school": ("The School", "https://login.example.edu/"),
    }
    assert settings.organisations["county"].client_secret.get_secret_value() == "hunter2"
    assert "hunter" not in repr(settings)


def test_a_wrong_secret_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEALING_KEYS", "k1:hunter2")
    monkeypatch.setenv("DATABASE_URL", "mysql://me:hunter2@db/house")
    with pytest.raises(CannotStart) as refused:
        load_settings()
    assert "hunter2" not in str(refused.value)


def test_printed_settings_hide_their_secrets() -> None:
    settings = load_settings()
    assert settings.index_key.get_secret_value() not in repr(settings)


def test_settings_cannot_be_changed_while_the_house_runs() -> None:
    settings = load_settings()
    with pytest.raises(ValueError, match="frozen"):
        settings.port = 1  # type: ignore[misc]  # the very thing that must fail
    assert isinstance(settings, Settings)


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("https://MBTQ.example:443/", "https://mbtq.example"),
        ("http://localhost:80", "http://localhost"),
        ("https://mbtq.example:8443", "https://mbtq.example:8443"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_our_address_is_written_as_browsers_write_an_origin(
    typed: str, origin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLIC_URL", typed)
    assert load_settings().public_url == origin


def test_our_own_pages_are_known_on_the_port_that_browsers_leave_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "80")
    assert load_settings().public_url == "http://localhost"


@pytest.mark.parametrize(("profile", "level"), [("development", "warning"), ("production", "info")])
def test_a_developers_terminal_stays_quiet_and_production_tells_of_each_request(profile: str, level: str) -> None:
    assert Settings(_env_file=None, profile=profile).log_level == level


def test_what_can_not_be_read_and_what_is_missing_in_production_are_told_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in {"PROFILE": "production", "PORT": "eighty", "AUDIT_KEYS": "x", "SMTP_USER": "me"}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettings) as refused:
        load_settings()
    told = refused.value.problems
    assert told[0] == "PORT: must be a whole number."
    assert {"SMTP_PASSWORD is missing.", "COOKIES_TLS_ONLY must be true."} <= set(told)
    assert [sum(f"{name}:" in each or f"{name} " in each for each in told) for name in ("PORT", "AUDIT_KEYS")] == [1, 1]
