"""The keys that find sealed values again: named as those that seal, so that they too can be changed one by one.

An index value is: length of the key's name (1 byte), the key's name, hash (32 bytes). A key without a name is that of a
release in which there was one alone: its values are the bare hash.
"""

from dataclasses import dataclass, field

from services.sealing import blind_index
from services.sealing.named_keys import named_keys

HASH_BYTES = 32


@dataclass(frozen=True, slots=True)
class IndexKeys:
    """The keys in use, by name. New rows are found by the first one; all of them are looked for."""

    keys: dict[str, bytes] = field(repr=False)

    @classmethod
    def from_setting(cls, setting: str) -> "IndexKeys":
        """Read `name:base64,…`, newest first; one may lack its name. ValueError says what is wrong, and no key."""
        return cls(named_keys(setting, nameless=True))

    @property
    def newest(self) -> str:
        """The name of the key by which new rows are found."""
        return next(iter(self.keys))

    @property
    def header(self) -> bytes:
        """What each value begins with that the newest key made."""
        return _header(self.newest)

    def index(self, value: str, *, table: str, column: str) -> bytes:
        """What a new row is found by."""
        return self.indexes(value, table=table, column=column)[0]

    def indexes(self, value: str, *, table: str, column: str) -> list[bytes]:
        """All that the row of this value may be found by now, the newest first."""
        return [_header(name) + blind_index(key, value, table=table, column=column) for name, key in self.keys.items()]


def _header(name: str) -> bytes:
    return bytes([len(name)]) + name.encode() if name else b""
