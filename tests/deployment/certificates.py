"""Certificates of servers that tests start, and the authority that vouches for them."""

from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from services.starting.certificates import certificate_for, new_authority


@dataclass(frozen=True)
class Vouched:
    """Where they lie: the authority for those who ask, the rest for the server."""

    authority: Path
    certificate: Path
    key: Path


def vouched_for(host: str, folder: Path) -> Vouched:
    """A certificate for this name, by an authority of its own."""
    authority = new_authority()
    signed = certificate_for([host], authority)
    made = Vouched(*(folder / name for name in ("authority.pem", "certificate.pem", "key.pem")))
    made.authority.write_bytes(authority.certificate.public_bytes(Encoding.PEM))
    made.certificate.write_bytes(signed.certificate.public_bytes(Encoding.PEM))
    made.key.write_bytes(signed.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return made
