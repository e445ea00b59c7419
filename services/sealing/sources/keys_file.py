"""Keys in a file of their own (TOML), which nobody but the app may read."""

import stat
import tomllib
from pathlib import Path

from db.cannot_start import CannotStart
from services.sealing.sources.keys import Keys
from services.settings.public import problems_in_keys

NAMES = ("sealing_keys", "index_key", "audit_keys")
_OTHERS = stat.S_IRWXO | stat.S_IWGRP


class KeysFile:
    """Three lines, with the values that the settings of the same names would have: `sealing_keys = "k1:…"`."""

    name = "file"

    def __init__(self, path: Path, *, is_public: bool) -> None:
        self.path = path
        self._is_public = is_public

    def keys(self) -> Keys:
        """The keys of the file. CannotStart if others may read it, or if it does not hold strong keys."""
        return self.checked(self.values())

    def values(self) -> dict[str, str]:
        """What stands in it, by name."""
        try:
            mode, told = self.path.stat().st_mode, self.path.read_text(encoding="utf-8")
        except OSError as refusal:
            raise CannotStart(f"KEYS_FILE {self.path} can't be read: {refusal.strerror}.") from None
        if mode & _OTHERS:
            raise CannotStart(f"KEYS_FILE {self.path} may be read or changed by others. Run chmod 600 on it.")
        try:
            values = tomllib.loads(told)
        except tomllib.TOMLDecodeError:  # its message could show a key
            raise CannotStart(f"KEYS_FILE {self.path} is not TOML.") from None
        if set(values) != set(NAMES) or not all(isinstance(value, str) for value in values.values()):
            raise CannotStart(f"KEYS_FILE {self.path} must have these texts and no other: {', '.join(NAMES)}.")
        return values

    def checked(self, values: dict[str, str]) -> Keys:
        """These values as keys, by the rules for keys in the environment."""
        told = [values[name] for name in NAMES]
        if self._is_public and (problems := list(problems_in_keys(*told))):
            raise CannotStart(f"The keys of KEYS_FILE are not ready. {' '.join(problems)}")
        try:
            return Keys.read(*told)
        except ValueError as problem:
            raise CannotStart(f"The keys of KEYS_FILE can't be used. {problem}") from None
