"""Sealing: what the database may hold but not read.

AES-256 in Galois/Counter Mode (NIST SP 800-38D). A seal is bound to its table, column and row: moved anywhere else, it
no longer opens. Nonces are 96 random bits, which SP 800-38D, section 8.3, allows for 2**32 seals a key.

A sealed value is: version (1 byte), length of the key's name (1 byte), the key's name, nonce (12 bytes), ciphertext
and tag. Everything before the nonce is authenticated too.
"""

import base64
import binascii
import hashlib
import hmac
import os
import re
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_VERSION = 1
_KEY_BYTES = 32
_NONCE_BYTES = 12
_KEY_NAME = re.compile(r"[a-z0-9-]{1,32}")


class Unsealable(Exception):
    """The value was sealed with a key that we lack, for another place, or has been changed since."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys in use, by name. The first one seals; all of them open, so that keys can be changed one by one."""

    keys: dict[str, AESGCM] = field(repr=False)

    @classmethod
    def from_setting(cls, setting: str) -> "Keyring":
        """Read `name:base64,name:base64,…`, newest first. ValueError if a key is not 32 bytes or a name repeats."""
        keys: dict[str, AESGCM] = {}
        for position, entry in enumerate(setting.split(","), start=1):
            name, _, encoded = entry.strip().partition(":")
            if not _KEY_NAME.fullmatch(name) or name in keys:
                raise ValueError(f"Sealing key {position} needs a name of its own: small letters, digits, hyphens.")
            keys[name] = AESGCM(_decoded(encoded, position))
        return cls(keys)


def seal(keyring: Keyring, plaintext: bytes | str, *, table: str, column: str, row_id: UUID) -> bytes:
    """Seal a value for one place. Text is sealed as UTF-8."""
    name, key = next(iter(keyring.keys.items()))
    header = bytes([_VERSION, len(name)]) + name.encode()
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


def blind_index(key: bytes, purpose: str, value: str) -> bytes:
    """A keyed hash (HMAC-SHA-256, 32 bytes) that finds a sealed value again without opening any.

    The purpose keeps equal values in two columns from looking equal. The caller brings the value into its one form.
    """
    return hmac.digest(key, purpose.encode() + b"\0" + value.encode(), hashlib.sha256)


def _place(table: str, column: str, row_id: UUID) -> bytes:
    return f"{table}\0{column}\0".encode() + row_id.bytes


def _decoded(encoded: str, position: int) -> bytes:
    try:
        key = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != _KEY_BYTES:
        raise ValueError(f"Sealing key {position} is not 32 bytes in base64.")
    return key
