"""A real SMTP server for tests, and a certificate for it that nobody vouches for."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class PostOffice:
    """Keeps letters with their recipients. A refusal is what it answers to every recipient, in the words of SMTP."""

    def __init__(self, *, refusal: str = "", answer: str = "250 OK queued as 4711") -> None:
        self.letters: list[tuple[list[str], bytes]] = []
        self._refusal = refusal
        self._answer = answer

    # pylint: disable=invalid-name  # aiosmtpd looks for these names
    async def handle_RCPT(self, *asked: Any) -> str:  # noqa: N802  # aiosmtpd's name
        """Somebody names a recipient."""
        _server, _session, envelope, address, _options = asked
        if self._refusal:
            return self._refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, *asked: Any) -> str:  # noqa: N802  # aiosmtpd's name
        """Somebody hands a letter over."""
        _server, _session, envelope = asked
        self.letters.append((envelope.rcpt_tos, envelope.content))
        return self._answer


@asynccontextmanager
async def open_office(
    office: PostOffice, *, tls_from_the_start: ssl.SSLContext | None = None, **options: Any
) -> AsyncIterator[int]:
    """Serve on a free port of this machine and give the port. The options are those of aiosmtpd's SMTP."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(office, loop=loop, **options), "127.0.0.1", 0, ssl=tls_from_the_start
    )
    async with server:
        yield server.sockets[0].getsockname()[1]


def write_certificate(file: Path) -> None:
    """A key and a certificate of one day for 127.0.0.1, in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "post office")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem, unlocked = serialization.Encoding.PEM, serialization.NoEncryption()
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, unlocked)
    file.write_bytes(private + certificate.public_bytes(pem))
