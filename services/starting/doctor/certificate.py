"""The certificate of this process: how long it is still good."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from cryptography import x509

from services.settings import Settings
from services.starting.doctor.finding import Finding, look, ok, wrong

_SOON = timedelta(days=20)
"""Whoever renews certificates has done so by then: deploy/renew.sh at half of their time, certbot at 30 days."""


def certificate(settings: Settings, *, now: datetime) -> Iterator[Finding]:
    """Whether it ends soon; nothing where this process serves plain HTTP."""
    if settings.tls_certificate is None:
        return
    try:
        ends = x509.load_pem_x509_certificate(settings.tls_certificate.read_bytes()).not_valid_after_utc
    except (OSError, ValueError):
        yield wrong("certificate.none", file=settings.tls_certificate)
        return
    kind = ok if now + _SOON < ends else look if now < ends else wrong
    yield kind("certificate", on=f"{ends:%Y-%m-%d}")
