"""A certificate that ends soon is named before it does."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from services.settings import Settings
from services.starting.certificates import certificate_for, new_authority
from services.starting.doctor.certificate import certificate
from services.starting.doctor.finding import Result

NOW = datetime.now(UTC)


@pytest.fixture
def settings(settings: Settings, tmp_path: Path) -> Settings:
    return settings.model_copy(update={"tls_certificate": tmp_path / "app.pem"})


@pytest.mark.parametrize(
    ("left", "result"),
    [(timedelta(days=21), Result.OK), (timedelta(days=19), Result.LOOK), (timedelta(0), Result.WRONG)],
)
def test_a_certificate_needs_a_look_for_its_last_days(settings: Settings, left: timedelta, result: Result) -> None:
    signed = certificate_for(["localhost"], new_authority()).certificate
    assert settings.tls_certificate
    settings.tls_certificate.write_bytes(signed.public_bytes(Encoding.PEM))
    [finding] = certificate(settings, now=signed.not_valid_after_utc - left)
    assert finding.result is result
    assert f"{signed.not_valid_after_utc:%Y-%m-%d}" in next(finding.lines())


def test_one_that_is_not_there_is_named(settings: Settings) -> None:
    [finding] = certificate(settings, now=NOW)
    assert next(finding.lines()) == f"wrong  There is no certificate in {settings.tls_certificate}."


def test_without_tls_nothing_is_said(settings: Settings) -> None:
    assert list(certificate(settings.model_copy(update={"tls_certificate": None}), now=NOW)) == []
