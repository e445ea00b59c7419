"""A house that others can reach does not open with a weak or missing secret, or where cookies can be overheard."""

import base64
from pathlib import Path

import pytest

from db.cannot_start import CannotStart
from services.settings import load_settings, secrets

STRONG = {
    "PROFILE": "production",
    "PUBLIC_URL": "https://www.example.org",
    "COOKIES_TLS_ONLY": "true",
    "DATABASE_URL": "postgresql://mbtq_app:9vXw2mLq7RtZ0b@db.example.org/mbtq?sslmode=verify-full",
    "MAIL_FROM": "MBTQ <post@example.org>",
    "SMTP_HOST": "mail.example.org",
    "FILES_URL": "file:///srv/mbtq/files",
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """Everything that production asks for."""
    monkeypatch.chdir(tmp_path)
    for name, value in (STRONG | {name.upper(): value for name, value in secrets.fresh().items()}).items():
        monkeypatch.setenv(name, value)
    return monkeypatch


@pytest.mark.parametrize("profile", ["staging", "production"])
def test_with_strong_secrets_it_opens(environment: pytest.MonkeyPatch, profile: str) -> None:
    environment.setenv("PROFILE", profile)
    settings = load_settings()
    assert settings.profile == profile
    assert not settings.demo_data


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgresql://mbtq_app@/mbtq?host=/run/postgresql"),
        ("DATABASE_URL", "postgresql://mbtq_app@127.0.0.1/mbtq"),
        ("REDIS_URL", "redis://localhost:6379/0"),
        ("REDIS_URL", "unix:///run/redis.sock"),
        ("REDIS_URL", "rediss://cache/0?ssl_ca_certs=/tls/ca.pem"),
        ("CLAMAV_URL", "unix:///run/clamav/clamd.ctl"),
        ("CLAMAV_URL", "tcp://[::1]:3310"),
    ],
)
def test_a_line_that_is_encrypted_or_stays_on_this_machine_is_taken(
    environment: pytest.MonkeyPatch, name: str, value: str
) -> None:
    environment.setenv(name, value)
    assert load_settings()


def made_by_hand(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize("profile", ["staging", "production"])
@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SEALING_KEYS", "", "SEALING_KEYS is missing"),
        ("SEALING_KEYS", f"k1:{made_by_hand('0' * 32)}", "SEALING_KEYS is weak"),
        ("INDEX_KEY", "", "INDEX_KEY is missing"),
        ("INDEX_KEY", made_by_hand("correct horse battery staple 123"), "INDEX_KEY is weak"),
        ("HEALTH_TOKEN", "let me in", "HEALTH_TOKEN: must have 32 characters or more"),
        ("FILES_URL", "", "FILES_URL is missing"),
        ("FILES_URL", "https://files.example.org", "FILES_URL: must look like file:///"),
        ("FILES_URL", "s3://papers", "FILES_KEY and FILES_SECRET are missing"),
        ("FILES_ENDPOINT", "http://s3.example.org", "FILES_ENDPOINT must begin with https://."),
        ("LOCAL_TLS", "true", "LOCAL_TLS is for development"),
        ("SUPPORT_EMAIL", "support", "SUPPORT_EMAIL: must be one e-mail address"),
        ("SMTP_HOST", "", "SMTP_HOST is missing"),
        ("SMTP_TLS", "none", "SMTP_TLS must be starttls or tls"),
        ("MAIL_FROM", "", "MAIL_FROM is missing"),
        ("MAIL_FROM", "no-reply@localhost", "MAIL_FROM is missing"),
        ("SMTP_USER", "mailer", "SMTP_PASSWORD is missing"),
        ("DATABASE_URL", "", "DATABASE_URL is missing"),
        ("DATABASE_URL", "postgresql://mbtq_app:postgres@db/mbtq", "The password in DATABASE_URL is weak"),
        (
            "MIGRATION_DATABASE_URL",
            "postgresql://mbtq_owner:pw@db/mbtq",
            "The password in MIGRATION_DATABASE_URL is weak",
        ),
        ("REDIS_URL", "redis://:pw@cache", "The password in REDIS_URL is weak"),
        ("DATABASE_URL", "postgresql://mbtq_app@db/mbtq", "DATABASE_URL must say sslmode=verify-full"),
        ("DATABASE_URL", "postgresql://db/mbtq?sslmode=verify-ca", "DATABASE_URL must say sslmode=verify-full"),
        ("DATABASE_URL", "postgresql://localhost/mbtq?hostaddr=10.0.0.7", "DATABASE_URL must say sslmode=verify-full"),
        ("MIGRATION_DATABASE_URL", "postgresql://db/mbtq", "MIGRATION_DATABASE_URL must say sslmode=verify-full"),
        ("REDIS_URL", "redis://cache", "REDIS_URL must begin with rediss://"),
        ("REDIS_URL", "rediss://cache/0?ssl_cert_reqs=none", "REDIS_URL must begin with rediss:// and check"),
        ("REDIS_URL", "rediss://cache/0?ssl_check_hostname=false", "REDIS_URL must begin with rediss:// and check"),
        ("CLAMAV_URL", "tcp://clamav:3310", "CLAMAV_URL must lead to this machine"),
        ("SENTRY_DSN", "http://key@sentry.example.org/1", "SENTRY_DSN must begin with https://"),
        ("COOKIES_TLS_ONLY", "false", "COOKIES_TLS_ONLY must be true"),
        ("PUBLIC_URL", "http://www.example.org", "PUBLIC_URL must begin with https://"),
        ("DEMO_DATA", "true", "DEMO_DATA must be off"),
    ],
)
def test_it_refuses_what_would_put_people_at_risk(
    environment: pytest.MonkeyPatch, profile: str, name: str, value: str, sentence: str
) -> None:
    environment.setenv("PROFILE", profile)
    environment.setenv(name, value)
    with pytest.raises(CannotStart, match=sentence):
        load_settings()


def test_one_key_for_two_purposes_is_refused(environment: pytest.MonkeyPatch) -> None:
    key = secrets.fresh()["index_key"]
    environment.setenv("INDEX_KEY", key)
    environment.setenv("SEALING_KEYS", f"k1:{key}")
    with pytest.raises(CannotStart, match="INDEX_KEY must differ"):
        load_settings()


def test_every_one_of_several_index_keys_must_be_strong_and_its_own(environment: pytest.MonkeyPatch) -> None:
    key, older = secrets.fresh()["index_key"], secrets.fresh()["index_key"]
    environment.setenv("INDEX_KEY", f"i2:{key}, {older}")
    load_settings()
    environment.setenv("INDEX_KEY", f"i2:{key},{made_by_hand('correct horse battery staple 123')}")
    with pytest.raises(CannotStart, match="INDEX_KEY is weak"):
        load_settings()
    environment.setenv("INDEX_KEY", f"i2:{key},{older}")
    environment.setenv("SEALING_KEYS", f"k1:{older}")
    with pytest.raises(CannotStart, match="INDEX_KEY must differ"):
        load_settings()


def test_all_problems_are_told_at_once_and_nothing_is_made_up(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("SEALING_KEYS", "INDEX_KEY", "COOKIES_TLS_ONLY"):
        environment.setenv(name, "")
    with pytest.raises(CannotStart, match=r"SEALING_KEYS is missing.*INDEX_KEY is missing.*COOKIES_TLS_ONLY"):
        load_settings()
    assert not list(tmp_path.iterdir())


def test_it_gives_people_time_to_be_warned_before_they_are_signed_out(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("IDLE_MINUTES", "4.9")
    with pytest.raises(CannotStart, match="IDLE_MINUTES must be 5 or more"):
        load_settings()
