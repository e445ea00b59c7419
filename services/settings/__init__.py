"""The settings: the only place that reads the environment. `.env.example` explains each of them.

Where a value comes from, the first that has it: the environment, the file `.env`, the secrets that development keeps in
its data folder, the default below.
"""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, IPvAnyNetwork, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

from services.settings import secrets, values
from services.settings.beside import problems_beside
from services.settings.complaints import complaints
from services.settings.env_file import unread_lines
from services.settings.organisation import Organisation, OrganisationKey
from services.settings.profile import Profile
from services.settings.public import problems_in_public
from services.settings.wrong import WrongSettings

Networks = Annotated[tuple[IPvAnyNetwork, ...], NoDecode, BeforeValidator(values.as_tuple)]
PostgresUrl = Annotated[SecretStr, AfterValidator(values.postgres_url)]
_KEPT_WITHOUT_ASKING = ("sealing_keys", "index_key", "audit_keys")


class Settings(BaseSettings):
    """Every setting, typed. An environment name is the field's name in capitals."""

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=False,
    )

    profile: Profile = Profile.DEVELOPMENT
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=1, le=65535)
    local_tls: bool = False
    tls_certificate: Path | None = None
    public_url: Annotated[str, AfterValidator(values.public_url)] = Field(
        default_factory=lambda known: values.own_url(known["port"], tls=known["local_tls"]), validate_default=True
    )
    data_dir: Path = Path(".data")
    demo_data: bool = Field(default_factory=lambda known: known["profile"] == Profile.DEVELOPMENT)

    database_url: PostgresUrl | None = None
    migration_database_url: PostgresUrl | None = None
    database_pool_size: int = Field(default=10, ge=1, le=200)
    database_max_overflow: int = Field(default=10, ge=0, le=200)
    database_pool_timeout_seconds: float = Field(default=5, gt=0, le=60)
    behind_pgbouncer: bool = False
    redis_url: Annotated[SecretStr, AfterValidator(values.redis_url)] | None = None
    jobs_in_app: bool = True

    sealing_keys: Annotated[SecretStr, AfterValidator(values.sealing_keys)] = SecretStr("")
    index_key: Annotated[SecretStr, AfterValidator(values.index_key)] = SecretStr("")
    audit_keys: Annotated[SecretStr, AfterValidator(values.audit_keys)] = SecretStr("")
    keys_file: Path | None = None
    key_service_url: Annotated[str, AfterValidator(values.public_url)] | None = None
    key_service_token: SecretStr | None = None
    key_service_key: Annotated[str, Field(pattern="^[A-Za-z0-9_-]+$")] = "mbtq"
    cookies_tls_only: bool = Field(default_factory=lambda known: known["local_tls"])
    idle_minutes: float = Field(default=30, gt=0, le=720)
    organisations: dict[OrganisationKey, Organisation] = Field(default_factory=dict)
    trusted_proxies: Networks = ()
    requests_per_minute: int = Field(default=100, ge=1)
    letters_per_hour: int = Field(default=100, ge=1)
    events_per_minute: int = Field(default=600, ge=1)
    most_pages: int = Field(default=300, ge=1)
    most_waiting_pages: int = Field(default=200, ge=1)
    health_networks: Networks = Field(default=("127.0.0.0/8", "::1/128"), validate_default=True)
    health_token: Annotated[SecretStr, AfterValidator(values.health_token)] | None = None

    files_url: Annotated[str, AfterValidator(values.files_url)] | None = None
    files_endpoint: Annotated[str, AfterValidator(values.files_endpoint)] | None = None
    files_region: str = "us-east-1"
    files_key: str | None = None
    files_secret: SecretStr | None = None
    files_leave_free_mb: int = Field(default=2000, ge=0)
    largest_video_mb: int = Field(default=100, ge=1, le=2000)
    largest_document_mb: int = Field(default=20, ge=1, le=100)
    most_documents: int = Field(default=500, ge=1)
    clamav_url: Annotated[str, AfterValidator(values.clamav_url)] | None = None

    mail_from: str = "MBTQ <no-reply@localhost>"
    smtp_host: str | None = None
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    smtp_tls: Literal["starttls", "tls", "none"] = "starttls"
    support_email: Annotated[str, AfterValidator(values.email_address)] = "support@mbtquniverse.com"
    security_email: Annotated[str, AfterValidator(values.email_address)] = "security@mbtquniverse.com"

    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default_factory=lambda known: "warning" if known["profile"] == Profile.DEVELOPMENT else "info"
    )
    sentry_dsn: Annotated[SecretStr, AfterValidator(values.sentry_dsn)] | None = None
    sentry_traces_sample_rate: float = Field(default=0.1, ge=0, le=1)

    @property
    def in_development(self) -> bool:
        """Whether this is a developer's own machine."""
        return self.profile is Profile.DEVELOPMENT

    @property
    def browsers_keep_drafts(self) -> bool:
        """Whether browsers have cryptography at PUBLIC_URL: without it they keep nothing that is not saved yet."""
        return values.is_secure_context(self.public_url)

    @property
    def files_lie_here(self) -> bool:
        """Whether the files of people lie in a folder, and not in a store elsewhere."""
        return self.files_url is None or self.files_url.startswith("file:")

    @property
    def files_folder(self) -> Path:
        """Where the files of people lie, sealed. On a server this is the disk that fills, and not DATA_DIR.

        With a store elsewhere nothing lies there.
        """
        if self.files_url and self.files_lie_here:
            return values.folder_of(self.files_url)
        return self.data_dir.resolve() / "files"


class _Lenient(Settings):  # names that are no settings are passed over
    model_config = SettingsConfigDict(extra="ignore")


NAMES = tuple(field.upper() for field in Settings.__annotations__)
"""What the settings are called in the environment, in the order of `.env.example`."""


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings. Raises WrongSettings with every problem in one line.

    A line of the file that can't be read is one, too: whoever wrote it meant something by it.
    In development a missing secret is made once and kept in the data folder, so that tomorrow opens today's data.
    """
    if env_file and (unread := [*unread_lines(env_file)]):
        raise WrongSettings("Wrong settings.", unread, env_file)
    settings = _read(env_file)
    if settings.in_development:
        wanted = _KEPT_WITHOUT_ASKING if settings.keys_file is None else ()
        missing = [name for name in wanted if not getattr(settings, name).get_secret_value()]
        return _read(env_file, secrets.kept_in(settings.data_dir, missing)) if missing else settings
    if problems := problems_in_public(settings):
        raise WrongSettings(f"The settings of {settings.profile} are not ready.", problems, env_file)
    return settings


def _read(env_file: Path | None, kept: dict[str, str] | None = None) -> Settings:
    try:
        return Settings(_env_file=env_file, **(kept or {}))  # type: ignore[arg-type]  # text, which Pydantic reads
    except ValidationError as invalid:
        told = [*complaints(invalid), *problems_beside(_Lenient, invalid, env_file)]
        raise WrongSettings("Wrong settings.", told, env_file) from None
    except SettingsError:  # only this one has more to it than a line
        raise WrongSettings("Wrong settings.", ["ORGANISATIONS: needs four lines for each."], env_file) from None
