"""Where the keys come from: the settings, a file, or a key service that unwraps those of the file.

docs/decisions/0015-where-keys-come-from.md says why.
"""

from typing import Protocol

from services.sealing.sources.key_service import KeyService
from services.sealing.sources.keys import Keys
from services.sealing.sources.keys_file import KeysFile
from services.settings import Settings

__all__ = ["KeySource", "Keys", "source_of"]


class KeySource(Protocol):
    """Something that has the keys."""

    name: str
    """The part of a code of content/en/doctor.toml that says what it is."""

    def keys(self) -> Keys:
        """Every key, as bytes. CannotStart says in one line why they can't be had, and shows none."""


class FromSettings:
    """The keys as they stand in the environment, or in a developer's data folder."""

    name = "environment"

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def keys(self) -> Keys:
        """They were checked when the settings were read."""
        told = (self._settings.sealing_keys, self._settings.index_key, self._settings.audit_keys)
        return Keys.read(*(each.get_secret_value() for each in told))


def source_of(settings: Settings) -> KeySource:
    """The one source that these settings name."""
    if settings.keys_file is None:
        return FromSettings(settings)
    file = KeysFile(settings.keys_file, is_public=not settings.in_development)
    if settings.key_service_url is None:
        return file
    token = settings.key_service_token.get_secret_value() if settings.key_service_token else ""
    return KeyService(file, url=settings.key_service_url, token=token, wrapped_by=settings.key_service_key)
