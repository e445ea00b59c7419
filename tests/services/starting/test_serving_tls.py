"""The certificate of a process: it is there before anything is opened, and is changed without a stop."""

import os
import signal
import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from db.cannot_start import CannotStart
from services.settings import Settings
from services.starting.certificates import Signed, certificate_for, new_authority
from services.starting.serving_tls import serving_tls


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


def made() -> Signed:
    """Another certificate for localhost."""
    return certificate_for(["localhost"], new_authority())


def put(file: Path, certificate: Signed, *, key: Signed | None) -> None:
    """Write a certificate into the file, and the key of one."""
    form = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    written = certificate.certificate.public_bytes(Encoding.PEM)
    file.write_bytes(written + (key.key.private_bytes(*form) if key else b""))


def shown_by(server: ssl.SSLContext) -> bytes | None:
    """The certificate that somebody is shown who connects now."""
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.check_hostname, client.verify_mode = False, ssl.CERT_NONE
    near, far = socket.socketpair()
    with near, far, ThreadPoolExecutor() as beside:
        serving = beside.submit(server.wrap_socket, far, server_side=True)
        with client.wrap_socket(near) as line, serving.result():
            return line.getpeercert(binary_form=True)


def is_of(shown: bytes | None, signed: Signed) -> bool:
    return shown == signed.certificate.public_bytes(Encoding.DER)


def test_on_sighup_whoever_connects_is_shown_the_new_certificate(settings: Settings, file: Path) -> None:
    old, new = made(), made()
    put(file, old, key=old)
    assert (context := serving_tls(settings))
    assert is_of(shown_by(context), old)
    put(file, new, key=new)
    os.kill(os.getpid(), signal.SIGHUP)
    assert is_of(shown_by(context), new)


def test_a_new_certificate_that_can_not_be_used_leaves_the_old_one_and_is_told(
    settings: Settings, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    old = made()
    put(file, old, key=old)
    assert (context := serving_tls(settings))
    put(file, made(), key=old)
    os.kill(os.getpid(), signal.SIGHUP)
    assert is_of(shown_by(context), old)
    assert (
        "The new certificate can't be used, and the old one stays: it needs a certificate and its key." in caplog.text
    )


def test_without_a_certificate_that_can_be_used_nothing_starts(settings: Settings, file: Path) -> None:
    with pytest.raises(CannotStart, match="TLS_CERTIFICATE can't be used: No such file"):
        serving_tls(settings)
    put(file, made(), key=None)
    with pytest.raises(CannotStart, match="TLS_CERTIFICATE can't be used: it needs a certificate and its key"):
        serving_tls(settings)


def test_without_one_it_serves_plain_http(settings: Settings) -> None:
    assert serving_tls(settings.model_copy(update={"tls_certificate": None})) is None
