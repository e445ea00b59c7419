"""Signatures of the house: Ed25519 (RFC 8032). Whoever has the database alone can't make one."""

from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from services.sealing.named_keys import named_keys


@dataclass(frozen=True, slots=True)
class SigningKeys:
    """The keys in use, by name. The first one signs; all of them check what they once signed."""

    keys: dict[str, Ed25519PrivateKey] = field(repr=False)

    @classmethod
    def from_setting(cls, setting: str) -> "SigningKeys":
        """Read `name:base64,…`, newest first. ValueError says what is wrong, and no key."""
        return cls({name: Ed25519PrivateKey.from_private_bytes(key) for name, key in named_keys(setting).items()})

    def sign(self, message: bytes) -> tuple[str, bytes]:
        """The name of the newest key, and its signature of 64 bytes."""
        name, key = next(iter(self.keys.items()))
        return name, key.sign(message)

    def has_signed(self, message: bytes, *, key_name: str, signature: bytes) -> bool:
        """Whether the key of this name made this signature. KeyError if there is none of this name."""
        try:
            self.keys[key_name].public_key().verify(signature, message)
        except InvalidSignature:
            return False
        return True
