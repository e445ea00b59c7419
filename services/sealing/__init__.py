"""Sealing: what the database may hold but not read.

AES-256 in Galois/Counter Mode (NIST SP 800-38D). A seal is bound to its table, column and row: moved anywhere else, it
no longer opens. Nonces are 96 random bits, which SP 800-38D, section 8.3, allows for 2**32 seals a key.

A sealed value is: version (1 byte), length of the key's name (1 byte), the key's name, nonce (12 bytes), ciphertext
and tag. Everything before the nonce is authenticated too.
"""

import hashlib
import hmac
import os
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services.sealing.named_keys import named_keys

_VERSION = 1
_NONCE_BYTES = 12


class Unsealable(Exception):
    """The value was sealed with a key that we lack, for another place, or has been changed since."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys in use, by name. The first one seals; all of them open, so that keys can be changed one by one."""

    keys: dict[str, AESGCM] = field(repr=False)

    @classmethod
    def from_setting(cls, setting: str) -> "Keyring":
        """Read `name:base64,name:base64,…`, newest first. ValueError if a key is not 32 bytes or a name repeats."""
        return cls({name: AESGCM(key) for name, key in named_keys(setting).items()})

    @property
    def newest(self) -> str:
        """The name of the key that seals."""
        return next(iter(self.keys))

    @property
    def header(self) -> bytes:
        """What each value begins with that is sealed with the newest key."""
        return bytes([_VERSION, len(self.newest)]) + self.newest.encode()


def seal(keyring: Keyring, plaintext: bytes | str, *, table: str, column: str, row_id: UUID) -> bytes:
    """Seal a value for one place. Text is sealed as UTF-8."""
    header, key = keyring.header, keyring.keys[keyring.newest]
    nonce = os.urandom(_NONCE_BYTES)
    content = plaintext.encode() if isinstance(plaintext, str) else plaintext
    return header + nonce + key.encrypt(nonce, content, header + _place(table, column, row_id))


def open_sealed(keyring: Keyring, sealed: bytes, *, table: str, column: str, row_id: UUID) -> bytes:
    """Open what was sealed for this very place. Raises Unsealable."""
    if len(sealed) < 2 or sealed[0] != _VERSION:
        raise Unsealable("This is not a sealed value of version 1.")
    nonce_at = 2 + sealed[1]
    header, nonce, ciphertext = (
        sealed[:nonce_at],
        sealed[nonce_at : nonce_at + _NONCE_BYTES],
        sealed[nonce_at + _NONCE_BYTES :],
    )
    key = keyring.keys.get(header[2:].decode("ascii", errors="replace"))
    if key is None:
        raise Unsealable("The key of this value is not on the keyring.")
    try:
        return key.decrypt(nonce, ciphertext, header + _place(table, column, row_id))
    except (InvalidTag, ValueError):  # ValueError: too short to hold a nonce
        raise Unsealable("This value was sealed for another place, or has been changed.") from None


def resealed(keyring: Keyring, sealed: bytes, *, table: str, column: str, row_id: UUID) -> bytes:
    """The same value for the same place, sealed with the newest key. Raises Unsealable."""
    value = open_sealed(keyring, sealed, table=table, column=column, row_id=row_id)
    return seal(keyring, value, table=table, column=column, row_id=row_id)


def blind_index(key: bytes, value: str, *, table: str, column: str) -> bytes:
    """A keyed hash (HMAC-SHA-256, 32 bytes) that finds a sealed value again without opening any.

    Table and column keep equal values in two columns from looking equal. The caller brings the value into its one form.
    """
    return hmac.digest(key, f"{table}.{column}".encode() + b"\0" + value.encode(), hashlib.sha256)


def _place(table: str, column: str, row_id: UUID) -> bytes:
    return f"{table}\0{column}\0".encode() + row_id.bytes
