"""What a house that others can reach must have. Staging keeps the rules of production, so that it proves them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import SecretStr
from sqlalchemy.engine import make_url

from services.settings import secrets
from services.settings.lines import problems_in_lines

if TYPE_CHECKING:
    from services.settings import Settings

_SHORTEST_PASSWORD = 12
_FEWEST_IDLE_MINUTES = 5


def problems_in_public(settings: "Settings") -> list[str]:
    """Every reason not to serve other people with these settings, a sentence each."""
    reasons = (_keys, _passwords, problems_in_lines, _files, _mail, _ways_in)
    return [problem for reason in reasons for problem in reason(settings)]


def _keys(settings: "Settings") -> Iterator[str]:
    told = (settings.sealing_keys, settings.index_key, settings.audit_keys)
    if settings.keys_file is None:
        yield from problems_in_keys(*(each.get_secret_value() for each in told))
    elif any(each.get_secret_value() for each in told):
        yield "With KEYS_FILE, SEALING_KEYS, INDEX_KEY and AUDIT_KEYS must be empty: the keys have one source."
    if settings.key_service_url is not None:
        yield from _key_service(settings)


def _key_service(settings: "Settings") -> Iterator[str]:
    if settings.keys_file is None:
        yield "KEYS_FILE is missing: it holds the keys that the key service has wrapped."
    if settings.key_service_token is None:
        yield "KEY_SERVICE_TOKEN is missing."
    if not str(settings.key_service_url).startswith("https://"):
        yield "KEY_SERVICE_URL must begin with https://."


def problems_in_keys(sealing_keys: str, index_key: str, audit_keys: str) -> Iterator[str]:
    """Every reason not to use these keys for other people, a sentence each."""
    found = [("SEALING_KEYS", key) for key in _of_each(sealing_keys)] + [
        ("INDEX_KEY", key) for key in _of_each(index_key)
    ]
    found += [("AUDIT_KEYS", key) for key in _of_each(audit_keys)]
    for setting, encoded in found:
        key = secrets.key_bytes(encoded)
        if key is None:
            yield f"{setting} is missing: make secrets prints one."
        elif secrets.is_weak(key):
            yield f"{setting} is weak: make secrets prints a strong one."
    for setting in ("INDEX_KEY", "AUDIT_KEYS"):
        others = {key for name, key in found if name != setting and key}
        if others & {key for name, key in found if name == setting}:
            yield f"{setting} must differ from every other key."


def _of_each(keys: str) -> list[str]:
    return [entry.strip().rpartition(":")[2] for entry in keys.split(",")]


def _passwords(settings: "Settings") -> Iterator[str]:
    if settings.smtp_user and not settings.smtp_password:
        yield "SMTP_PASSWORD is missing."
    if settings.database_url is None:
        yield "DATABASE_URL is missing: the embedded database is for development."
    for setting, url in (
        ("DATABASE_URL", settings.database_url),
        ("MIGRATION_DATABASE_URL", settings.migration_database_url),
        ("REDIS_URL", settings.redis_url),
    ):
        password = _password_in(url)
        if password is not None and len(password) < _SHORTEST_PASSWORD:
            yield f"The password in {setting} is weak: it needs {_SHORTEST_PASSWORD} characters or more."


def _files(settings: "Settings") -> Iterator[str]:
    if settings.files_url is None:
        yield "FILES_URL is missing: documents and videos of people would go where a new release may not find them."
    elif not settings.files_url.startswith("file:") and not (settings.files_key and settings.files_secret):
        yield "FILES_KEY and FILES_SECRET are missing: the store of files opens to nobody without them."
    if settings.files_endpoint and not settings.files_endpoint.startswith("https://"):
        yield "FILES_ENDPOINT must begin with https://."


def _mail(settings: "Settings") -> Iterator[str]:
    if not settings.smtp_host:
        yield "SMTP_HOST is missing: letters would go to files that nobody reads."
    if settings.smtp_tls == "none":
        yield "SMTP_TLS must be starttls or tls."
    if "@localhost" in settings.mail_from:
        yield "MAIL_FROM is missing: mail servers refuse an address at localhost."


def _ways_in(settings: "Settings") -> Iterator[str]:
    if settings.idle_minutes < _FEWEST_IDLE_MINUTES:
        yield f"IDLE_MINUTES must be {_FEWEST_IDLE_MINUTES} or more: people are warned two minutes before."
    if settings.local_tls:
        yield "LOCAL_TLS is for development: its certificate is trusted by nobody else."
    if not settings.cookies_tls_only:
        yield "COOKIES_TLS_ONLY must be true."
    if not settings.public_url.startswith("https://"):
        yield "PUBLIC_URL must begin with https://."
    if settings.demo_data:
        yield "DEMO_DATA must be off: its passwords are known to everybody."
    for key, organisation in settings.organisations.items():
        if not organisation.issuer.startswith("https://"):
            yield f"ORGANISATIONS__{key.upper()}__ISSUER must begin with https://."


def _password_in(url: SecretStr | None) -> str | None:
    return make_url(url.get_secret_value()).password if url else None
