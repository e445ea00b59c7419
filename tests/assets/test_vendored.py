"""What others made is what its record says, and nothing else lies beside it."""

import hashlib

import pytest

from assets.vendor import ASSETS, HEAD, RECORD, Package, packages

PACKAGES = packages()
FILES = [(ours, entry["sha256"]) for package in PACKAGES for ours, entry in package.files.items()]


@pytest.mark.parametrize(("ours", "sha256"), FILES)
def test_a_file_is_the_one_that_was_fetched(ours: str, sha256: str) -> None:
    assert hashlib.sha256((ASSETS / ours).read_bytes()).hexdigest() == sha256


def test_no_file_of_others_lies_there_without_a_record() -> None:
    lying = {
        str(path.relative_to(ASSETS)) for room in ("fonts", "icons", "checker") for path in (ASSETS / room).iterdir()
    }
    assert lying == {ours for ours, _ in FILES}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_package_has_a_version_a_licence_and_its_text(package: Package) -> None:
    assert package.version
    assert package.licence
    assert any("LICENCE" in ours and (ASSETS / ours).stat().st_size > 500 for ours in package.files)


def test_the_record_is_written_as_it_is_read() -> None:
    written = "\n".join([HEAD, *(package.as_toml() for package in PACKAGES)])
    assert written == RECORD.read_text(encoding="utf-8")
