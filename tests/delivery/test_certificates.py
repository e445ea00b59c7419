"""The script that makes certificates: who may read what, and what it makes again."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.deployment.certificates import OfTheHouse

PARTS = ("postgres", "pgbouncer", "redis", "app", "owner")
NEW = ["A new certificate: app"]
ALONE = {f"\npart {part} ": f"\n: {part} " for part in PARTS if part != "app"}
"""With this the script makes the one of the app alone, which is sooner."""


@pytest.fixture
def certificates(tmp_path: Path) -> OfTheHouse:
    return OfTheHouse(tmp_path, os.geteuid())


def trusted(certificates: OfTheHouse, *parts: str) -> bool:
    """Whether these parts have a certificate that the others trust."""
    files = [str(certificates.of(part)) for part in parts]
    asked = ["openssl", "verify", "-no-CApath", "-no-CAstore", "-CAfile", str(certificates.ca), *files]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0


def test_a_second_run_makes_nothing_and_nobody_reads_a_key_of_others(certificates: OfTheHouse) -> None:
    assert certificates.make() == ["A new authority", *(f"A new certificate: {part}" for part in PARTS)]
    assert trusted(certificates, *PARTS)
    before = {file: file.read_bytes() for file in certificates.folder.rglob("*.pem")}
    assert certificates.make() == []
    assert {file: file.read_bytes() for file in certificates.folder.rglob("*.pem")} == before
    rights = {file.name: oct(file.stat().st_mode & 0o777) for file in before}
    own = "0o640" if os.geteuid() == 0 else "0o600"
    assert rights == {"authority.pem": "0o600", "ca.pem": "0o444"} | {f"{part}.pem": own for part in PARTS}


@pytest.mark.parametrize(
    "otherwise", [{" 397 ": " 199 "}, {"DNS:localhost": "DNS:elsewhere"}], ids=["half over", "of another name"]
)
def test_a_certificate_is_made_again_when_it_is(certificates: OfTheHouse, otherwise: dict[str, str]) -> None:
    certificates.make(ALONE | otherwise)
    assert certificates.make(ALONE) == NEW
    assert trusted(certificates, "app")


def test_an_authority_that_ends_is_followed_by_another_and_both_are_trusted(certificates: OfTheHouse) -> None:
    certificates.make(ALONE | {" 3650 ": " 799 "})
    assert certificates.make(ALONE) == ["A new authority"]
    assert trusted(certificates, "app")
    certificates.of("app").unlink()
    assert certificates.make(ALONE) == NEW
    assert trusted(certificates, "app")


def test_without_its_authority_a_certificate_is_made_again_and_the_old_one_opens_nothing(
    certificates: OfTheHouse,
) -> None:
    certificates.make(ALONE)
    old = certificates.of("app").read_bytes()
    (certificates.folder / "authority/authority.pem").unlink()
    assert certificates.make(ALONE) == ["A new authority", *NEW]
    certificates.of("app").write_bytes(old)
    assert not trusted(certificates, "app")
