"""Debian's nginx with the configuration of deploy/nginx, on a certificate of its own."""

import json
import shutil
import ssl
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.deployment.certificates import OfTheHouse
from tests.deployment.changed import put
from tests.deployment.server_process import listening, program
from tests.processes.house_process import ROOT, free_port

_LOOKS = 200


@dataclass(frozen=True)
class Nginx:
    """One that runs: its ports for TLS and for plain HTTP, and its folder."""

    tls_port: int
    plain_port: int
    folder: Path

    @property
    def address(self) -> str:
        """What people type."""
        return f"https://localhost:{self.tls_port}"

    def trusted(self) -> ssl.SSLContext:
        """What to trust in order to speak with it."""
        return ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))

    def lines(self) -> list[dict[str, Any]]:
        """What it wrote down, a line a request."""
        return [json.loads(line) for line in (self.folder / "access.log").read_text(encoding="utf-8").splitlines()]

    def line_of(self, request_id: str) -> dict[str, Any]:
        """The line of a request. It is written after the answer was sent, so it may still be on its way."""
        for _ in range(_LOOKS):
            for line in self.lines():
                if line["request_id"] == request_id:
                    return line
            time.sleep(0.05)
        raise AssertionError(f"no line of {request_id}")


def prepared(folder: Path, apps: Sequence[int], certificates: OfTheHouse) -> Nginx:
    """The configuration of deploy/nginx in a folder, in front of apps at these ports of this machine."""
    nginx = Nginx(free_port(), free_port(), folder)
    _make_certificate(folder)
    shutil.copy(ROOT / "assets/updating.html", folder)
    first, second = apps
    put(folder, "nginx/to_the_app.conf", {"/certificates/": f"{certificates.public}/"})
    changes = {
        "/tmp/": f"{folder}/",  # noqa: S108  # what the configuration says; first, as the folder may lie there
        "listen 8443 ssl": f"listen 127.0.0.1:{nginx.tls_port} ssl",
        "listen 8080 default": f"listen 127.0.0.1:{nginx.plain_port} default",
        "10.213.7.11:8080": f"127.0.0.1:{first}",
        "10.213.7.12:8080": f"127.0.0.1:{second}",
        "/dev/stdout": f"{folder}/access.log",
        "/tls/": f"{folder}/",
        "/srv": str(folder),
        "worker_processes auto": "worker_processes 1",
    }
    put(folder, "nginx/nginx.conf", changes)
    return nginx


@contextmanager
def running(nginx: Nginx) -> Iterator[Nginx]:
    """Run it while the block lasts."""
    with listening(command(nginx), port=nginx.tls_port):
        yield nginx


def command(nginx: Nginx, *more: str) -> list[str]:
    """How it is called. Where we are root its workers are too: they read a folder of ours."""
    return [program("nginx"), "-c", str(nginx.folder / "nginx.conf"), "-g", "daemon off; user root;", *more]


def _make_certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(IPv4Address("127.0.0.1"))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    how = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "privkey.pem").write_bytes(key.private_bytes(*how))
