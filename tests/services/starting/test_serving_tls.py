"""The certificate of a process: it is there before anything is opened, and is changed without a stop."""

import os
import signal
import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from db.cannot_start import CannotStart
from services.settings import Settings
from services.starting.serving_tls import serving_tls
from tests.deployment.certificates import Vouched, vouched_for


@pytest.fixture(autouse=True)
def _the_signal_means_what_it_did() -> Iterator[None]:
    before = signal.getsignal(signal.SIGHUP)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "app.pem"


@pytest.fixture
def settings(settings: Settings, file: Path) -> Settings:
    return settings.model_copy(update={"tls_certificate": file})


def made(folder: Path) -> Vouched:
    """Another certificate for localhost."""
    folder.mkdir()
    return vouched_for("localhost", folder)


def put(file: Path, *parts: Path) -> None:
    file.write_bytes(b"".join(part.read_bytes() for part in parts))


def shown_by(server: ssl.SSLContext) -> bytes | None:
    """The certificate that somebody is shown who connects now."""
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.check_hostname, client.verify_mode = False, ssl.CERT_NONE
    near, far = socket.socketpair()
    with near, far, ThreadPoolExecutor() as beside:
        serving = beside.submit(server.wrap_socket, far, server_side=True)
        with client.wrap_socket(near) as line, serving.result():
            return line.getpeercert(binary_form=True)


def is_of(shown: bytes | None, vouched: Vouched) -> bool:
    return shown == x509.load_pem_x509_certificate(vouched.certificate.read_bytes()).public_bytes(Encoding.DER)


def test_on_sighup_whoever_connects_is_shown_the_new_certificate(
    settings: Settings, file: Path, tmp_path: Path
) -> None:
    old, new = made(tmp_path / "old"), made(tmp_path / "new")
    put(file, old.key, old.certificate)
    assert (context := serving_tls(settings))
    assert is_of(shown_by(context), old)
    put(file, new.key, new.certificate)
    os.kill(os.getpid(), signal.SIGHUP)
    assert is_of(shown_by(context), new)


def test_a_new_certificate_that_can_not_be_used_leaves_the_old_one_and_is_told(
    settings: Settings, file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    old, new = made(tmp_path / "old"), made(tmp_path / "new")
    put(file, old.key, old.certificate)
    assert (context := serving_tls(settings))
    put(file, old.key, new.certificate)
    os.kill(os.getpid(), signal.SIGHUP)
    assert is_of(shown_by(context), old)
    assert (
        "The new certificate can't be used, and the old one stays: it needs a certificate and its key." in caplog.text
    )


def test_without_a_certificate_that_can_be_used_nothing_starts(settings: Settings, file: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="TLS_CERTIFICATE can't be used: No such file"):
        serving_tls(settings)
    put(file, made(tmp_path / "half").certificate)
    with pytest.raises(CannotStart, match="TLS_CERTIFICATE can't be used: it needs a certificate and its key"):
        serving_tls(settings)


def test_without_one_it_serves_plain_http(settings: Settings) -> None:
    assert serving_tls(settings.model_copy(update={"tls_certificate": None})) is None
