"""The store that FILES_URL names: a folder, a bucket of S3, or a container of Azure. All are used by the same calls."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from obstore.store import AzureStore, LocalStore, ObjectStore, S3Store

from db.cannot_start import CannotStart
from services.settings import Settings

if TYPE_CHECKING:  # at run time they are not there
    from obstore.store import AzureConfig, ClientConfig, S3Config


def store_for(settings: Settings, *, table: str) -> ObjectStore:
    """Where the files of one table lie. Raises CannotStart for a folder that can't be made."""
    parts = urlsplit(settings.files_url or "file:")
    if parts.scheme == "file":
        return _folder(settings, table)
    prefix = f"{parts.path.strip('/')}/{table}".lstrip("/")
    client: ClientConfig = {"allow_http": (settings.files_endpoint or "").startswith("http://")}
    if parts.scheme == "s3":
        return S3Store(parts.netloc, prefix=prefix, config=_s3(settings), client_options=client)
    return AzureStore(parts.netloc, prefix=prefix, config=_azure(settings), client_options=client)


def _s3(settings: Settings) -> "S3Config":
    config: S3Config = {"region": settings.files_region}
    if settings.files_key and settings.files_secret:
        config["access_key_id"] = settings.files_key
        config["secret_access_key"] = settings.files_secret.get_secret_value()
    if settings.files_endpoint:
        config["endpoint"] = settings.files_endpoint
    return config


def _azure(settings: Settings) -> "AzureConfig":
    config: AzureConfig = {}
    if settings.files_key and settings.files_secret:
        config["account_name"] = settings.files_key
        config["account_key"] = settings.files_secret.get_secret_value()
    if settings.files_endpoint:
        config["endpoint"] = settings.files_endpoint
    return config


def _folder(settings: Settings, table: str) -> LocalStore:
    folder = settings.files_folder
    try:
        return LocalStore(folder / table, automatic_cleanup=True, mkdir=True)
    except OSError as refusal:
        raise CannotStart(f"The folder of files {folder} can't be made: {refusal}. Set FILES_URL.") from None
