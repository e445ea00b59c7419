"""Lines to what runs elsewhere are encrypted, and the certificate there is checked (OWASP ASVS 5.0, 12.3)."""

from collections.abc import Iterator
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from pydantic import SecretStr
from sqlalchemy.engine import make_url

if TYPE_CHECKING:
    from services.settings import Settings


def problems_in_lines(settings: "Settings") -> Iterator[str]:
    """Every line that others could read, a sentence each. What stays on this machine needs no TLS."""
    for setting, url in (
        ("DATABASE_URL", settings.database_url),
        ("MIGRATION_DATABASE_URL", settings.migration_database_url),
    ):
        if url and not _is_checked_database(url):
            yield f"{setting} must say sslmode=verify-full, or lead to this machine."
    if settings.redis_url and not _is_checked_redis(settings.redis_url.get_secret_value()):
        yield "REDIS_URL must begin with rediss:// and check the certificate, or lead to this machine."
    if settings.clamav_url and not _stays_here(urlsplit(settings.clamav_url).hostname):
        yield "CLAMAV_URL must lead to this machine: ClamAV knows no TLS."
    if settings.sentry_dsn and not settings.sentry_dsn.get_secret_value().startswith("https://"):
        yield "SENTRY_DSN must begin with https://."


def _is_checked_database(address: SecretStr) -> bool:
    url = make_url(address.get_secret_value())
    hosts = [url.host, *url.normalized_query.get("host", ()), *url.normalized_query.get("hostaddr", ())]
    return url.normalized_query.get("sslmode") == ("verify-full",) or all(map(_stays_here, hosts))


def _is_checked_redis(address: str) -> bool:
    parts = urlsplit(address)
    query = parse_qs(parts.query)
    unchecked = query.get("ssl_cert_reqs", ["required"]) != ["required"] or "ssl_check_hostname" in query
    return _stays_here(parts.hostname) or (parts.scheme == "rediss" and not unchecked)


def _stays_here(host: str | None) -> bool:
    """Whether it is a socket of this machine, or leads back to it."""
    if not host or host.startswith("/") or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
