"""The certificate that this process serves with: one that it was given, or one of a developer's own machine."""

import logging
import signal
import ssl
from pathlib import Path

from db.cannot_start import CannotStart
from services.settings import Settings
from services.starting import local_tls

_logger = logging.getLogger(__name__)


def serving_tls(settings: Settings) -> ssl.SSLContext | None:
    """What to serve https with; None for plain HTTP. Raises CannotStart.

    On SIGHUP a certificate that was given is read again, for the connections that come from then on.
    """
    if file := settings.tls_certificate:
        context = _given(file)
        signal.signal(signal.SIGHUP, lambda *_: _read_again(context, file))
        return context
    if settings.local_tls:
        return _context(*local_tls.certified(settings))
    return None


def _given(file: Path) -> ssl.SSLContext:
    try:
        return _context(file)
    except OSError as refusal:
        raise CannotStart(f"TLS_CERTIFICATE can't be used: {_why(refusal)}.") from None


def _read_again(context: ssl.SSLContext, file: Path) -> None:
    try:
        _context(file)  # first apart: half of a pair would spoil the one that serves
        context.load_cert_chain(file)
    except OSError as refusal:
        _logger.error("The new certificate can't be used, and the old one stays: %s.", _why(refusal))


def _why(refusal: OSError) -> str:
    return "it needs a certificate and its key" if isinstance(refusal, ssl.SSLError) else str(refusal.strerror)


def _context(certificate: Path, key: Path | None = None) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
