"""A device that makes passkeys and signs with them, built from the standard (Web Authentication) without our library.

Every detail can be told wrong, as an attacker would.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, MAY_BACK_UP, BACKED_UP, WITH_KEY = 0x01, 0x04, 0x08, 0x10, 0x40
"""Flags of the authenticator data (6.1)."""


@dataclass
class Authenticator:
    """One device with one passkey. `rp_id` and `origin` are what it believes; the page may have told it lies."""

    origin: str
    rp_id: str = "localhost"
    aaguid: bytes = bytes(16)
    flags: int = PRESENT | VERIFIED
    sign_count: int = 0
    key: EllipticCurvePrivateKey = field(default_factory=lambda: generate_private_key(SECP256R1()))
    credential_id: bytes = field(default_factory=lambda: token_bytes(32))
    user_handle: bytes = b""

    def make(self, question: str) -> str:
        """Make the passkey that this question asks for: the answer in JSON (7.1), without attestation."""
        asked = json.loads(question)
        self.user_handle = self.user_handle or _bytes(asked["user"]["id"])
        key = self.aaguid + len(self.credential_id).to_bytes(2, "big") + self.credential_id + self._public_key()
        attestation = {"fmt": "none", "attStmt": {}, "authData": self._data(self.flags | WITH_KEY) + key}
        client_data = self._client_data("webauthn.create", asked["challenge"])
        return self._answer(
            clientDataJSON=client_data, attestationObject=cbor2.dumps(attestation), transports=["internal"]
        )

    def sign(self, question: str) -> str:
        """Sign this question: the answer in JSON (7.2)."""
        client_data = self._client_data("webauthn.get", json.loads(question)["challenge"])
        data = self._data(self.flags)
        signature = self.key.sign(data + sha256(client_data).digest(), ECDSA(SHA256()))
        return self._answer(
            clientDataJSON=client_data, authenticatorData=data, signature=signature, userHandle=self.user_handle
        )

    def _data(self, flags: int) -> bytes:
        return sha256(self.rp_id.encode()).digest() + bytes([flags]) + self.sign_count.to_bytes(4, "big")

    def _public_key(self) -> bytes:
        """As COSE writes a key of the curve P-256 (RFC 9053, 7.1.1)."""
        numbers = self.key.public_key().public_numbers()
        x, y = (number.to_bytes(32, "big") for number in (numbers.x, numbers.y))
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})

    def _client_data(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}).encode()

    def _answer(self, **response: Any) -> str:
        written = {name: _text(part) if isinstance(part, bytes) else part for name, part in response.items()}
        credential = _text(self.credential_id)
        return json.dumps({"id": credential, "rawId": credential, "type": "public-key", "response": written})


def _text(value: bytes) -> str:
    return urlsafe_b64encode(value).decode().rstrip("=")


def _bytes(value: str) -> bytes:
    return urlsafe_b64decode(value + "==")
