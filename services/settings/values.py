"""What a single setting may look like. Each check gives the value back or raises ValueError with a sentence."""

import socket
from pathlib import Path
from urllib.parse import unquote, urlsplit

from email_validator import EmailNotValidError, validate_email
from pydantic import SecretStr
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from services.sealing import Keyring
from services.sealing.index_keys import IndexKeys
from services.sealing.signing import SigningKeys

_SHORTEST_TOKEN = 32
_PORTS = {"http": 80, "https": 443}


def as_tuple(value: object) -> object:
    """Split a list written with commas."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def postgres_url(value: SecretStr) -> SecretStr:
    """A PostgreSQL address that names a database: postgresql://user:password@host/name."""
    try:
        url = make_url(value.get_secret_value())
    except ArgumentError:
        url = None
    if url is None or url.get_backend_name() not in {"postgresql", "postgres"} or not url.database:
        raise ValueError("must look like postgresql://user:password@host:5432/database")
    return value


def redis_url(value: SecretStr) -> SecretStr:
    """A Redis address: redis://, rediss:// or unix://."""
    if urlsplit(value.get_secret_value()).scheme not in {"redis", "rediss", "unix"}:
        raise ValueError("must look like redis://host:6379/0")
    return value


def files_url(value: str) -> str:
    """A folder of this machine or a mounted one, a bucket of S3, or a container of Azure; with a prefix or none."""
    parts = urlsplit(value)
    is_folder = parts.scheme == "file" and not parts.netloc and len(parts.path) > 1
    is_store = parts.scheme in {"s3", "az"} and parts.netloc and parts.netloc == parts.hostname
    if not (is_folder or is_store) or parts.query or parts.fragment:
        raise ValueError("must look like file:///srv/mbtq/files, s3://bucket/prefix or az://container/prefix")
    return value


def files_endpoint(value: str) -> str:
    """Where a store listens that speaks as S3 or Azure does."""
    parts = urlsplit(value)
    if parts.scheme not in _PORTS or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError("must look like https://s3.example.org")
    return value.rstrip("/")


def clamav_url(value: str) -> str:
    """Where ClamAV's server listens."""
    parts = urlsplit(value)
    if not ((parts.scheme == "tcp" and parts.hostname) or (parts.scheme == "unix" and parts.path)):
        raise ValueError("must look like tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl")
    return value


def folder_of(value: str) -> Path:
    """The folder that such an address names."""
    return Path(unquote(urlsplit(value).path))


def email_address(value: str) -> str:
    """One address that mail can go to."""
    try:
        return validate_email(value, check_deliverability=False, allow_smtputf8=False).ascii_email or value
    except EmailNotValidError:
        raise ValueError("must be one e-mail address, like support@example.org") from None


def public_url(value: str) -> str:
    """The address that people type: scheme and host, no path. Written as browsers write an Origin (RFC 6454, 6.2).

    Else the check of origins would refuse our own pages: small letters, and no port that the scheme has anyway.
    """
    parts = urlsplit(value)
    is_bare = not (parts.path.strip("/") or parts.query or parts.fragment or parts.username)
    if parts.scheme not in _PORTS or not parts.hostname or not is_bare:
        raise ValueError("must look like https://www.example.org, without a path")
    port = "" if parts.port in {None, _PORTS[parts.scheme]} else f":{parts.port}"
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{port}"


def is_secure_context(origin: str) -> bool:
    """Whether browsers trust the line to it: TLS, or one that stays on the machine (W3C Secure Contexts, 3.1)."""
    parts = urlsplit(origin)
    host = parts.hostname or ""
    return parts.scheme == "https" or host in {"localhost", "::1"} or host.startswith("127.")


def issuer(value: str) -> str:
    """The issuer of an identity provider, to the letter as it names itself (OpenID Connect Discovery 1.0, 3)."""
    parts = urlsplit(value)
    if parts.scheme not in _PORTS or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError("must look like https://login.example.org")
    return value


def own_url(port: int, *, tls: bool) -> str:
    """Where a developer finds the app; over TLS the name by which other devices of the network find this machine."""
    name = socket.gethostname().partition(".")[0].lower()
    return f"https://{name}.local:{port}" if tls else f"http://localhost:{port}"


def sealing_keys(value: SecretStr) -> SecretStr:
    """Names and keys, as services/sealing reads them."""
    Keyring.from_setting(value.get_secret_value())
    return value


def audit_keys(value: SecretStr) -> SecretStr:
    """Names and keys, as services/sealing/signing.py reads them."""
    SigningKeys.from_setting(value.get_secret_value())
    return value


def index_key(value: SecretStr) -> SecretStr:
    """Names and keys, as services/sealing/index_keys.py reads them."""
    IndexKeys.from_setting(value.get_secret_value())
    return value


def health_token(value: SecretStr) -> SecretStr:
    """A token that nobody guesses, in development too: it opens the same details there."""
    if len(value.get_secret_value()) < _SHORTEST_TOKEN:
        raise ValueError(f"must have {_SHORTEST_TOKEN} characters or more; make secrets prints one")
    return value


def sentry_dsn(value: SecretStr) -> SecretStr:
    """The address that a project of Sentry gives: https://key@host/number."""
    parts = urlsplit(value.get_secret_value())
    if (
        parts.scheme not in _PORTS
        or not parts.username
        or not parts.hostname
        or not parts.path.rpartition("/")[2].isdigit()
    ):
        raise ValueError("must look like https://key@sentry.example.org/1")
    return value
